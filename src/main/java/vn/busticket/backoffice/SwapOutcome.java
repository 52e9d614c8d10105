package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.SwapPlan;
import vn.busticket.bookings.SwapPlan.Fate;
import vn.busticket.bookings.SwapPlan.Kind;
import vn.busticket.bookings.SwapPlan.SeatChange;
import vn.busticket.seats.HeldSeat;
import vn.busticket.ui.Banner;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** What becomes of everybody in another coach, and what staff decide where they have a choice. */
final class SwapOutcome extends Div {

    private final SwapPlan plan;
    private final Map<BookingId, Boolean> refunds = new HashMap<>();
    private final Formats formats = Formats.current();

    SwapOutcome(SwapPlan plan) {
        this.plan = plan;
        addClassName("desk-stack");
        add(summary());
        list(Kind.NO_SEAT);
        list(Kind.LOWER_CLASS);
        list(Kind.ELSEWHERE);
    }

    SwapPlan plan() {
        return plan;
    }

    /** Who gets all money back instead of a lower class. */
    Set<BookingId> refunded() {
        return refunds.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Component summary() {
        var conflicts = plan.conflicts().size();
        var told = plan.of(Kind.ELSEWHERE).size();
        return new Banner(
                conflicts == 0 ? Tone.OK : Tone.WARN,
                getTranslation("desk.trip.swap.conflicts", conflicts),
                getTranslation("desk.trip.swap.others", plan.of(Kind.STAYS).size(), told));
    }

    private void list(Kind kind) {
        var fates = plan.of(kind);
        if (fates.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("desk-fates");
        fates.forEach(fate -> list.add(item(fate)));
        add(
                new H3(getTranslation("desk.trip.swap." + kind, fates.size())),
                new Paragraph(getTranslation("desk.trip.swap." + kind + ".what")),
                list);
    }

    private ListItem item(Fate fate) {
        var item =
                new ListItem(
                        Markup.element("b", fate.code()),
                        new Span(" · " + fate.contactName() + " · " + seats(fate)));
        if (!fate.isPaid()) {
            item.add(Markup.span("muted", " " + getTranslation("desk.trip.swap.notPaid")));
        } else if (fate.kind() == Kind.NO_SEAT) {
            item.add(
                    Markup.span(
                            "num",
                            " · "
                                    + getTranslation(
                                            "desk.trip.swap.refund", formats.money(fate.total()))));
        }
        if (fate.isForStaff()) {
            item.add(choice(fate));
        }
        return item;
    }

    private Component choice(Fate fate) {
        return new ChoiceField<>(
                        getTranslation("desk.trip.swap.decide", fate.code()),
                        List.of(false, true),
                        refunded ->
                                refunded
                                        ? getTranslation(
                                                "desk.trip.swap.refund",
                                                formats.money(fate.total()))
                                        : getTranslation(
                                                "desk.trip.swap.keep",
                                                formats.money(fate.difference())),
                        false)
                .onChoice(refunded -> refunds.put(fate.booking(), refunded));
    }

    private static String seats(Fate fate) {
        return fate.seats().stream().map(SwapOutcome::seat).collect(Collectors.joining(", "));
    }

    private static String seat(SeatChange change) {
        var before = change.before().label();
        return change.after()
                .map(HeldSeat::label)
                .filter(after -> !after.equals(before))
                .map(after -> before + " → " + after)
                .orElse(before);
    }
}
