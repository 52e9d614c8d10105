package vn.busticket.bookings;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a purchase stands, since when, and until when it can be paid. */
@MappedSuperclass
@SuppressWarnings({"unused", "NullAway.Init"})
abstract class BookingStanding extends Purchase {

    @Enumerated(EnumType.STRING)
    BookingState state;

    Instant paymentDeadline;
    Instant heldUntil;
    Instant placedAt;
    @Nullable Instant partPaidAt;
    @Nullable Instant moneyKeptSince;
    @Nullable Instant confirmedAt;
    @Nullable Instant expiredAt;
    @Nullable Instant cancelledAt;
    @Nullable Instant completedAt;

    @Version private int version;

    BookingState state() {
        return state;
    }

    PaymentTime paymentTime() {
        return new PaymentTime(paymentDeadline, heldUntil);
    }

    Instant placedAt() {
        return placedAt;
    }

    boolean isPartPaid() {
        return partPaidAt != null;
    }

    /** True if money is kept for it that is not enough. */
    boolean keepsMoney() {
        return moneyKeptSince != null;
    }

    /** As the one that its passengers left. */
    final void standLike(BookingStanding origin) {
        state = origin.state;
        paymentDeadline = origin.paymentDeadline;
        heldUntil = origin.heldUntil;
        placedAt = origin.placedAt;
        confirmedAt = origin.confirmedAt;
    }

    /** It can be paid until then. */
    final void lengthen(PaymentTime time) {
        paymentDeadline = time.deadline();
        heldUntil = time.heldUntil();
    }

    /** Nothing like that happens in another state. */
    final void require(BookingState needed, HistoryEvent event) {
        if (state != needed) {
            throw new IllegalStateException(
                    "Booking %s is %s: no %s".formatted(code, state, event));
        }
    }
}
