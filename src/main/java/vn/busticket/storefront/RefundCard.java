package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import vn.busticket.payments.RefundView;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceTag;
import vn.busticket.ui.Tone;

/** What goes back to the payer: how much, why, where it stands, and what we need for it. */
final class RefundCard extends Section {

    RefundCard(List<RefundView> refunds) {
        addClassNames("card", "refunds");
        var list = new UnorderedList();
        refunds.forEach(refund -> list.add(item(refund)));
        add(new H2(getTranslation("refund.headline")), list);
    }

    private ListItem item(RefundView refund) {
        var standing = RefundStanding.of(refund);
        var key = "refund.state." + standing.name();
        var tone =
                switch (standing) {
                    case NEEDS_ACCOUNT -> Tone.WARN;
                    case BEING_CHECKED, DELAYED, ON_THE_WAY, HELD_UP -> Tone.INFO;
                    case DONE -> Tone.OK;
                };
        var why =
                new Paragraph(
                        getTranslation("refund.reason." + refund.reason().name())
                                + " · "
                                + Formats.current().shortDateTime(refund.changedAt()));
        why.addClassNames("small", "muted");
        var look = standing == RefundStanding.NEEDS_ACCOUNT ? Look.STRONG : Look.PLAIN;
        var open =
                new ActionLink(
                        look,
                        getTranslation(
                                standing == RefundStanding.NEEDS_ACCOUNT
                                        ? "money.giveAccount"
                                        : "money.seeRefund"),
                        "refund/" + refund.token());
        var account = refund.account();
        var item =
                new ListItem(
                        Markup.div(
                                "card-head",
                                new PriceTag(refund.amount()),
                                new Badge(tone, getTranslation("money.state." + standing.name()))),
                        new Paragraph(getTranslation(key)));
        if (account != null) {
            item.add(
                    new Paragraph(
                            getTranslation(
                                    "money.toAccount", account.bank() + " " + account.number())));
        }
        item.add(why, Markup.div("actions", open));
        return item;
    }
}
