package vn.busticket.storefront;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.HistoryLine;
import vn.busticket.bookings.LossCause;
import vn.busticket.bookings.OperatorChange;
import vn.busticket.shared.VietnamTime;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Tone;

/** What the operator did to the trip of a booking, told at the top of its page. */
final class OperatorNotice {

    private OperatorNotice() {}

    /** The coach leaves at another time, or the people sit elsewhere; empty if all is as booked. */
    static Optional<Banner> changed(BookingDetails booking, List<HistoryLine> history) {
        return OperatorChange.of(history)
                .filter(change ->
                        change.isOtherTrip() || change.isMoved() || !change.seats().isEmpty())
                .map(change -> changed(booking, change));
    }

    /** The operator does not carry them; empty if it was not the operator who cancelled. */
    static Optional<Banner> lost(BookingDetails booking, List<HistoryLine> history) {
        return LossCause.of(history)
                .map(cause ->
                        new Banner(
                                Tone.WARN,
                                words("booking.lost." + cause, booking.trip().operator().name()),
                                words(
                                        "booking.lost.explanation."
                                                + (booking.isPaid() ? "paid" : "unpaid")),
                                new ActionLink(
                                        Look.PRIMARY,
                                        words("booking.lost.search"),
                                        search(booking))));
    }

    private static Banner changed(BookingDetails booking, OperatorChange change) {
        var formats = Formats.current();
        var headline =
                change.isOtherTrip()
                        ? words(
                                "booking.otherTrip",
                                formats.dateTime(booking.departsAt()),
                                SeatWords.list(booking.seatLabels()))
                        : changedTrip(booking, change);
        var explanation =
                words(
                        change.isConsiderable()
                                ? "booking.moved.considerable"
                                : "booking.moved.explanation",
                        booking.trip().operator().name());
        return new Banner(Tone.WARN, headline, explanation);
    }

    private static String changedTrip(BookingDetails booking, OperatorChange change) {
        var formats = Formats.current();
        return change.isMoved()
                ? words(
                        "booking.moved",
                        formats.dateTime(booking.departsAt()),
                        change.departsBefore().map(formats::dateTime).orElse(""))
                : words("booking.reseated", SeatWords.list(booking.seatLabels()));
    }

    private static String search(BookingDetails booking) {
        return "trips?from=%s&to=%s&date=%s&passengers=%d"
                .formatted(
                        booking.boardingStop().stop().placeCode(),
                        booking.dropOffStop().stop().placeCode(),
                        VietnamTime.dayOf(booking.departsAt()),
                        booking.passengers().size());
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
