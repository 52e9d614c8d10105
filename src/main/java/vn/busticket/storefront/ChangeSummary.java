package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import vn.busticket.bookings.ChangePlan;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceLines;

/** What a change that is being paid makes different, and what it costs, in one card. */
final class ChangeSummary extends Div {

    /**
     * @param paid what of the difference has come so far
     * @param beside what stands beside the heading
     */
    ChangeSummary(ChangePlan plan, Vnd paid, OtherTrips trips, Component beside) {
        addClassName("card");
        var lines =
                new PriceLines()
                        .line(getTranslation("edit.newPrice"), plan.priceAfter())
                        .line(getTranslation("edit.paid"), Vnd.ZERO.minus(plan.priceBefore()))
                        .line(getTranslation("edit.fee"), plan.fee())
                        .total(getTranslation("edit.payMore"), plan.due());
        if (paid.isPositive()) {
            lines.line(getTranslation("payment.paidSoFar"), Vnd.ZERO.minus(paid))
                    .total(getTranslation("payment.remaining"), plan.due().minus(paid));
        }
        add(
                Markup.div("card-head", new H2(getTranslation("change.summary")), beside),
                new ChangeLines(plan, trips),
                Markup.element("hr"),
                lines);
    }
}
