package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Look;
import vn.busticket.ui.Scene;

/** Why there is nothing to fill in at checkout, and the way on. */
final class CheckoutRefused {

    private CheckoutRefused() {}

    /**
     * The hold does not exist or belongs to another browser.
     *
     * @param seatsAddress the seats of its trip, if it exists
     */
    static Component unknown(Optional<String> seatsAddress) {
        return EmptyState.ofPage(
                Scene.NO_TRIPS,
                words("checkout.unknown.headline"),
                words("checkout.unknown.explanation"),
                seatsAddress.map(CheckoutRefused::chooseAgain).orElseGet(CheckoutRefused::search));
    }

    /** The time of the hold is over. */
    static Component over(String seatsAddress) {
        return EmptyState.ofPage(
                Scene.STOPPED,
                words("checkout.over.headline"),
                words("checkout.over.explanation"),
                chooseAgain(seatsAddress));
    }

    /**
     * A booking stands on the hold already.
     *
     * @param pay leads to the payment while it can be paid
     */
    static Component placed(BookingDetails booking, Component pay) {
        var view =
                new ActionLink(
                        Look.PLAIN, words("payment.viewBooking"), "bookings/" + booking.code());
        var awaits = booking.state() == BookingState.AWAITING_PAYMENT;
        return EmptyState.ofPage(
                Scene.FIND_TICKET,
                words("checkout.placed.headline"),
                I18NProvider.translate(
                        awaits ? "checkout.placed.unpaid" : "checkout.placed.done",
                        booking.code(),
                        SeatWords.list(booking.seatLabels()),
                        booking.travellers().size()),
                awaits ? new Component[] {pay, view} : new Component[] {view});
    }

    private static ActionLink chooseAgain(String address) {
        return new ActionLink(Look.PRIMARY, words("payment.chooseAgain"), address);
    }

    private static ActionLink search() {
        return new ActionLink(Look.PRIMARY, words("ui.goSearch"), "./");
    }

    private static String words(String key) {
        return I18NProvider.translate(key);
    }
}
