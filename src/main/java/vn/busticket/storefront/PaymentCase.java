package vn.busticket.storefront;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.busticket.bookings.BookingChange;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.MoneyLine;
import vn.busticket.bookings.PassengerChange;
import vn.busticket.payments.AttemptState;
import vn.busticket.payments.AttemptView;
import vn.busticket.payments.Receipt;
import vn.busticket.payments.RefundView;
import vn.busticket.shared.Vnd;

/**
 * One attempt to pay and all that belongs to it, as it stood when it was read.
 *
 * @param attempts all attempts of the booking, newest first
 * @param receipt empty as long as no money has arrived
 * @param allocated what pays for the booking of what has arrived
 * @param money what was not simply the price in time, the last first
 * @param refunds what goes back, the newest first
 * @param change what it is for, if it is not for the booking itself
 * @param kept what has come for that change
 */
record PaymentCase(
        AttemptView attempt,
        BookingDetails booking,
        List<AttemptView> attempts,
        Optional<Receipt> receipt,
        Vnd allocated,
        List<MoneyLine> money,
        List<RefundView> refunds,
        PaymentStanding standing,
        Optional<BookingChange> change,
        Vnd kept) {

    /** All that has arrived. */
    Vnd received() {
        return receipt.map(Receipt::amount).orElse(Vnd.ZERO);
    }

    /** What is still to be paid. */
    Vnd remaining() {
        return change.map(one -> one.due().minus(kept))
                .orElseGet(() -> booking.total().minus(allocated));
    }

    /** What has to be paid in all. */
    Vnd due() {
        return change.map(BookingChange::due).orElseGet(booking::total);
    }

    /** Until when it can be paid. */
    Instant deadline() {
        return change.flatMap(BookingChange::paymentDeadline).orElseGet(booking::paymentDeadline);
    }

    /** When the time to pay began. */
    Instant begunAt() {
        return change.map(BookingChange::requestedAt).orElseGet(booking::placedAt);
    }

    /** The seats that are kept meanwhile. */
    List<String> seatLabels() {
        return change.map(one ->
                        one.plan().passengers().stream().map(PassengerChange::seatAfter).toList())
                .orElseGet(booking::seatLabels);
    }

    /** Another attempt that can be paid, if this one cannot. */
    Optional<AttemptView> openInstead() {
        return attempt.state().isOpen()
                ? Optional.empty()
                : attempts.stream().filter(other -> other.state().isOpen()).findFirst();
    }

    /** Which try this is, counted from 1. */
    int number() {
        return (int)
                attempts.stream()
                        .filter(other -> !other.createdAt().isAfter(attempt.createdAt()))
                        .count();
    }

    /**
     * True while the gateway has not told how to pay; a link that was only found again does not.
     */
    boolean waitsForGateway() {
        return attempt.state() == AttemptState.REQUESTED
                || attempt.state() == AttemptState.UNKNOWN
                || (attempt.state() == AttemptState.OPEN && attempt.isFoundAgain());
    }

    /** True if there is a VietQR to show; else only the gateway's own page has one. */
    boolean hasCode() {
        return attempt.qrText() != null;
    }

    /** True while the seats are kept by the clock that people were told. */
    boolean isInTime(Instant now) {
        return change.map(one -> one.isPayable(now)).orElseGet(() -> booking.isPayable(now));
    }
}
