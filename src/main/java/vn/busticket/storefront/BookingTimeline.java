package vn.busticket.storefront;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Timeline;

/** From placing to arriving: what has happened to a booking, where it is, what comes. */
final class BookingTimeline {

    private final BookingDetails booking;
    private final Optional<Instant> cancelledAt;
    private final List<Instant> changedAt;
    private final Instant now;
    private final Formats formats = Formats.current();
    private final Timeline timeline = new Timeline();

    private BookingTimeline(
            BookingDetails booking,
            Optional<Instant> cancelledAt,
            List<Instant> changedAt,
            Instant now) {
        this.changedAt = changedAt;
        this.cancelledAt = cancelledAt;
        this.booking = booking;
        this.now = now;
    }

    /**
     * @param cancelledAt when it was called off, if it was
     * @param changedAt when it was changed, oldest first
     */
    static Timeline of(
            BookingDetails booking,
            Optional<Instant> cancelledAt,
            List<Instant> changedAt,
            Instant now) {
        return new BookingTimeline(booking, cancelledAt, changedAt, now).draw();
    }

    private Timeline draw() {
        var placed = words("booking.timeline.placed", booking.passengers().size());
        switch (booking.state()) {
            case AWAITING_PAYMENT -> {
                timeline.current(placed, when(booking.placedAt()));
                timeline.ahead(
                        words("booking.timeline.payUntil", formats.money(booking.total())),
                        when(booking.paymentDeadline()));
                timeline.ahead(words("booking.timeline.boards"), when(booking.departsAt()));
            }
            case CONFIRMED, COMPLETED -> {
                timeline.done(placed, when(booking.placedAt()));
                travel();
            }
            case EXPIRED, CANCELLED -> {
                timeline.done(placed, when(booking.placedAt()));
                timeline.current(
                        words("bookings.state." + booking.state().name()),
                        cancelledAt.or(booking::expiredAt).map(this::when).orElse(""));
            }
        }
        return timeline;
    }

    private void travel() {
        var paid = words("booking.timeline.paid", formats.money(booking.ordered()));
        var paidAt = booking.confirmedAt().map(this::when).orElse("");
        var boards = words("booking.timeline.boards");
        var arrives = words("booking.timeline.arrives");
        if (booking.departsAt().isAfter(now)) {
            upToNow(paid, paidAt);
            timeline.ahead(boards, when(booking.departsAt()))
                    .ahead(arrives, when(booking.arrivesAt()));
        } else if (booking.arrivesAt().isAfter(now)) {
            timeline.done(paid, paidAt);
            changes(changedAt);
            timeline.current(boards, when(booking.departsAt()))
                    .ahead(arrives, when(booking.arrivesAt()));
        } else {
            timeline.done(paid, paidAt);
            changes(changedAt);
            timeline.done(boards, when(booking.departsAt()))
                    .current(arrives, when(booking.arrivesAt()));
        }
    }

    private void upToNow(String paid, String paidAt) {
        if (changedAt.isEmpty()) {
            timeline.current(paid, paidAt);
            return;
        }
        timeline.done(paid, paidAt);
        changes(changedAt.subList(0, changedAt.size() - 1));
        timeline.current(words("booking.timeline.changed"), when(changedAt.getLast()));
    }

    private void changes(List<Instant> instants) {
        instants.forEach(at -> timeline.done(words("booking.timeline.changed"), when(at)));
    }

    private String when(Instant instant) {
        return formats.shortDateTime(instant);
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
