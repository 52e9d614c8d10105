package vn.busticket.storefront;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.CopyButton;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** The recovery codes, which are shown once. */
final class RecoveryCodeList extends Div {

    RecoveryCodeList(List<String> codes, Runnable goOn) {
        addClassNames("card", "fields");
        var list = new UnorderedList();
        list.addClassName("recovery-codes");
        for (var code : codes) {
            list.add(new ListItem(Markup.element("code", code)));
        }
        var copy =
                new CopyButton(
                        getTranslation("two-factor.recovery.codes"), String.join("\n", codes));
        var submit =
                new ActionButton(
                        Look.PRIMARY, getTranslation("two-factor.recovery.kept"), goOn::run);
        submit.addClassName("block");
        add(
                list,
                Markup.div(
                        "secret-line",
                        new Paragraph(getTranslation("two-factor.recovery.copy")),
                        copy),
                submit);
    }
}
