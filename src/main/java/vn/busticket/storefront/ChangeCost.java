package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.Command;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.ChangeDraft;
import vn.busticket.bookings.ChangeOutdated;
import vn.busticket.bookings.ChangePlan;
import vn.busticket.bookings.ChangeWish;
import vn.busticket.bookings.CheckoutCheck;
import vn.busticket.bookings.CheckoutDetails;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceLines;
import vn.busticket.ui.Tone;

/**
 * What would be different and every line of what it costs, before anything is saved. Saving asks
 * for exactly that: where a price or a seat is another by then, nothing is done and it says so.
 */
final class ChangeCost extends Section {

    private final BookingDetails booking;
    private final ChangeDesk desk;
    private final ChangeVisitor visitor;
    private final Command outdated;
    private final Div messages = new Div();
    private final Div content = Markup.div("stack");
    private final ActionButton save;
    private final Paragraph note = new Paragraph();
    private Supplier<Optional<CheckoutDetails>> wrongDetails = this::goToPassengers;
    private @Nullable ChangeDraft draft;
    private @Nullable Offer offer;

    private record Offer(ChangeWish wish, ChangePlan plan) {}

    ChangeCost(BookingDetails booking, ChangeDesk desk, ChangeVisitor visitor, Command outdated) {
        this.booking = booking;
        this.desk = desk;
        this.visitor = visitor;
        this.outdated = outdated;
        addClassNames("card", "change-cost");
        messages.getElement().setAttribute("aria-live", "polite");
        content.getElement().setAttribute("aria-live", "polite");
        save =
                Background.button(
                        Look.PRIMARY,
                        getTranslation("edit.save"),
                        getTranslation("edit.saving"),
                        this::prepare,
                        address -> UI.getCurrent().navigate(address),
                        this::refused);
        save.addClassName("block");
        note.addClassNames("small", "muted");
        add(new H2(getTranslation("edit.cost")), messages, content, save, note);
    }

    /** What to do when somebody wants to save names that are no names; says if they are now. */
    void onWrongDetails(Supplier<Optional<CheckoutDetails>> action) {
        wrongDetails = action;
    }

    /** Shows what those choices change and cost. */
    void show(ChangeDraft chosen) {
        draft = chosen;
        messages.removeAll();
        content.removeAll();
        offer = null;
        note.setText("");
        var going = chosen.goingOf(booking).size();
        if (chosen.seats().size() < going) {
            say(getTranslation("edit.chooseSeats", going));
            return;
        }
        var details = checked(chosen);
        if (details.isEmpty()) {
            say(getTranslation("edit.checkNames"));
            return;
        }
        quote(new ChangeWish(details.get(), chosen.trip(), chosen.seats()));
    }

    private void quote(ChangeWish wish) {
        try {
            var plan = desk.quote(booking, wish);
            if (plan.isNothing()) {
                say(getTranslation("edit.nothing"));
                return;
            }
            offer = new Offer(wish, plan);
            content.add(new ChangeLines(plan, desk.trips()));
            if (plan.isOfPart()) {
                say(getTranslation("edit.party", plan.going().size()));
            }
            content.add(prices(plan));
            note.setText(getTranslation(noteKey(plan)));
            save.rename(getTranslation("edit.save"));
        } catch (BusinessRuleViolation refused) {
            tell(refused);
        }
    }

    private Component prices(ChangePlan plan) {
        var lines =
                new PriceLines()
                        .line(getTranslation("edit.newPrice"), plan.priceAfter())
                        .line(getTranslation("edit.paid"), Vnd.ZERO.minus(plan.priceBefore()))
                        .line(getTranslation("edit.fee"), plan.fee());
        return plan.back().isPositive()
                ? lines.total(getTranslation("edit.back"), plan.back())
                : lines.total(getTranslation("edit.payMore"), plan.due());
    }

    private static String noteKey(ChangePlan plan) {
        if (plan.due().isPositive()) {
            return "edit.note.pay";
        }
        return plan.back().isPositive() ? "edit.note.back" : "edit.note.free";
    }

    private Optional<Supplier<String>> prepare() {
        if (draft != null && checked(draft).isEmpty()) {
            var _ = wrongDetails.get();
            return Optional.empty();
        }
        var agreed = offer;
        if (agreed == null) {
            if (messages.getComponentCount() == 0) {
                messages.add(new Banner(Tone.INFO, getTranslation("edit.nothingToSave"), ""));
            }
            return Optional.empty();
        }
        messages.removeAll();
        return Optional.of(() ->
                desk.save(
                        booking,
                        agreed.wish(),
                        agreed.plan(),
                        visitor.visitor(),
                        visitor.addressKey()));
    }

    private void refused(RuntimeException thrown) {
        if (!(thrown instanceof BusinessRuleViolation refusal)) {
            PaymentTrouble.tell(thrown);
            return;
        }
        var again = draft;
        if (again != null) {
            show(again);
        }
        if (messages.getComponentCount() == 0) {
            tell(refusal);
        }
        var isAnotherBooking = refusal instanceof ChangeOutdated && offer == null;
        if (isAnotherBooking || desk.obstacle(booking).isPresent()) {
            outdated.execute();
        }
    }

    private void tell(BusinessRuleViolation refused) {
        messages.removeAll();
        messages.add(
                new Banner(
                        Tone.WARN, getTranslation(refused.messageKey(), refused.arguments()), ""));
    }

    private void say(String words) {
        var paragraph = new Paragraph(words);
        paragraph.addClassName("muted");
        content.add(paragraph);
    }

    private Optional<CheckoutDetails> goToPassengers() {
        UI.getCurrent().navigate(ChangeTab.PASSENGERS.address(booking.code()));
        return Optional.empty();
    }

    private Optional<CheckoutDetails> checked(ChangeDraft chosen) {
        return CheckoutCheck.of(chosen.details(), chosen.details().passengers().keySet()).details();
    }
}
