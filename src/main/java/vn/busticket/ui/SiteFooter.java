package vn.busticket.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Paragraph;

/** The night below every passenger screen: who sells here and whom to call. */
final class SiteFooter extends Footer {

    SiteFooter(SupportProperties support) {
        addClassName("bottom");
        var words = new Paragraph(new Text(getTranslation("ui.footer")));
        if (support.hasPhone()) {
            words.add(
                    new Text(" " + getTranslation("ui.footer.hotline") + " "),
                    new SupportPhone(support),
                    new Text(getTranslation("ui.footer.hours")));
        }
        add(Markup.div("page", words));
    }
}
