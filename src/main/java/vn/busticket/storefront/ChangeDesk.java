package vn.busticket.storefront;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingChanges;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.ChangeDraft;
import vn.busticket.bookings.ChangeDrafts;
import vn.busticket.bookings.ChangePlan;
import vn.busticket.bookings.ChangeWish;
import vn.busticket.bookings.PaymentStart;
import vn.busticket.shared.BusinessRuleViolation;

/** All that the screens around changing a booking ask of the rooms below. */
@Component
class ChangeDesk {

    private final BookingChanges changes;
    private final ChangeDrafts drafts;
    private final OtherTrips trips;
    private final PaymentStart payments;
    private final Clock clock;

    ChangeDesk(
            BookingChanges changes,
            ChangeDrafts drafts,
            OtherTrips trips,
            PaymentStart payments,
            Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.trips = trips;
        this.payments = payments;
        this.clock = clock;
    }

    OtherTrips trips() {
        return trips;
    }

    Clock clock() {
        return clock;
    }

    /** Why the booking cannot be changed; empty if it can. */
    Optional<BusinessRuleViolation> obstacle(BookingDetails booking) {
        return changes.obstacle(booking);
    }

    /** What this visitor has chosen so far. */
    ChangeDraft draft(BookingDetails booking, VisitorId visitor) {
        return drafts.of(booking, visitor);
    }

    void keep(BookingDetails booking, VisitorId visitor, ChangeDraft draft) {
        drafts.keep(booking.id(), visitor, draft);
    }

    /** What a wish changes and costs; nothing is changed. */
    ChangePlan quote(BookingDetails booking, ChangeWish wish) {
        return changes.quote(booking.id(), wish);
    }

    /**
     * Makes the change, or opens a way to pay for it. Asks the gateway, so it may take seconds.
     *
     * @return the address to go on to
     */
    String save(
            BookingDetails booking,
            ChangeWish wish,
            ChangePlan agreed,
            VisitorId visitor,
            String addressKey) {
        var saved = changes.save(booking.id(), wish, agreed, visitor, addressKey);
        drafts.forget(booking.id());
        return saved.isToBePaid()
                ? "payment/" + payments.payFor(booking.id(), visitor, addressKey)
                : "bookings/" + booking.code();
    }

    /** Gives up the change that waits for its money; may be repeated. */
    void withdraw(BookingDetails booking) {
        changes.withdraw(booking.id());
    }
}
