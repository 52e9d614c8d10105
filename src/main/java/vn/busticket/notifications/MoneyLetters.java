package vn.busticket.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.Actor;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.CancellationId;
import vn.busticket.bookings.LossCause;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.documents.Imprint;
import vn.busticket.notifications.MoneyLetter.RefundStage;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.Receipt;
import vn.busticket.payments.RefundDetails;
import vn.busticket.payments.RefundId;
import vn.busticket.payments.RefundQueries;
import vn.busticket.payments.RefundReason;
import vn.busticket.payments.RefundState;
import vn.busticket.payments.RefundView;
import vn.busticket.shared.Vnd;

/** Puts together what a letter tells about money that did not come or go as usual. */
@Component
class MoneyLetters {

    private final BookingQueries bookings;
    private final PaymentQueries payments;
    private final RefundQueries refunds;
    private final BookedTrips trips;
    private final Imprint imprint;
    private final Clock clock;

    MoneyLetters(
            BookingQueries bookings,
            PaymentQueries payments,
            RefundQueries refunds,
            BookedTrips trips,
            Imprint imprint,
            Clock clock) {
        this.bookings = bookings;
        this.payments = payments;
        this.refunds = refunds;
        this.trips = trips;
        this.imprint = imprint;
        this.clock = clock;
    }

    /**
     * The booking or a part of it was called off; empty if it was not.
     *
     * @param part which part; empty for all that were left
     */
    Optional<Letter> cancellation(BookingDetails booking, Optional<CancellationId> part) {
        return bookings.cancellations(booking.id()).stream()
                .filter(one -> part.map(one.id()::equals).orElse(one.isWhole()))
                .findFirst()
                .map(done ->
                        new TripLetter.Cancellation(
                                trips.of(booking, done.passengers()),
                                done.paid(),
                                done.refund(),
                                needsAccount(refundsForCancelling(booking)),
                                done.actor() == Actor.PASSENGER,
                                done.at(),
                                done.isWhole() ? List.of() : trips.of(booking).travellers()));
    }

    /** The operator does not carry them; empty if nobody was to travel. */
    Optional<Letter> tripCancelled(BookingDetails booking) {
        var loss = LossCause.of(bookings.history(booking.id()));
        var mayBeTold = booking.isPaid() || loss.isPresent();
        if (!mayBeTold || booking.state() == BookingState.COMPLETED) {
            return Optional.empty();
        }
        var cancelling = refundsForCancelling(booking);
        return Optional.of(
                new TripLetter.TripCancelled(
                        trips.of(booking),
                        loss.orElse(LossCause.CALLED_OFF),
                        booking.isPaid(),
                        Vnd.sum(cancelling.stream().map(RefundView::amount).toList()),
                        needsAccount(cancelling),
                        trips.searchUrl(booking)));
    }

    /** What became of an odd payment; empty if things went on meanwhile. */
    Optional<Letter> problem(BookingDetails booking, Outcome outcome) {
        var received = payments.receipt(booking.payable()).map(Receipt::amount).orElse(Vnd.ZERO);
        var remaining = booking.total().minus(received.atMost(booking.total()));
        if (!isStillSo(booking, outcome, remaining)) {
            return Optional.empty();
        }
        return Optional.of(
                new MoneyLetter.PaymentProblem(
                        trips.of(booking),
                        outcome.name(),
                        booking.state() == BookingState.CONFIRMED,
                        received,
                        remaining,
                        booking.paymentDeadline(),
                        seatsBefore(booking, outcome)));
    }

    /**
     * Where a refund stands; empty if another letter tells it: that of the cancellation, or the one
     * that asks for the account.
     */
    Optional<Letter> refund(NotificationKind kind, BookingDetails booking, RefundId id) {
        return refunds.find(id)
                .flatMap(refund ->
                        stage(kind, booking, refund).map(stage -> refund(stage, booking, refund)));
    }

    private Letter refund(RefundStage stage, BookingDetails booking, RefundView refund) {
        var account = refund.account();
        return new MoneyLetter.Refund(
                trips.of(booking),
                stage,
                refund.amount(),
                refund.reason().name(),
                account == null ? null : account.bank() + " " + account.number(),
                stage == RefundStage.PAID_OUT ? proof(refund.id()) : null,
                refund.finishedAt(),
                imprint.link("/refund/" + refund.token()));
    }

    private static Optional<RefundStage> stage(
            NotificationKind kind, BookingDetails booking, RefundView refund) {
        var stage =
                switch (refund.state()) {
                    case NEEDS_ACCOUNT -> RefundStage.ACCOUNT_NEEDED;
                    case REFUNDED -> RefundStage.PAID_OUT;
                    case NEEDS_APPROVAL, APPROVED, REQUESTED, PROCESSING, UNKNOWN, FAILED ->
                            RefundStage.OPENED;
                };
        var told =
                switch (kind) {
                    case REFUND_ACCOUNT_NEEDED -> RefundStage.ACCOUNT_NEEDED;
                    case REFUND_PAID_OUT -> RefundStage.PAID_OUT;
                    default -> RefundStage.OPENED;
                };
        var isToldElsewhere =
                told == RefundStage.OPENED
                        && refund.reason() == RefundReason.CANCELLED
                        && booking.state() != BookingState.EXPIRED;
        return stage == told && !isToldElsewhere ? Optional.of(stage) : Optional.empty();
    }

    /** The bank's number of a transfer that was made by hand. */
    private @Nullable String proof(RefundId refund) {
        return refunds.details(refund).map(RefundDetails::handReference).orElse(null);
    }

    private boolean isStillSo(BookingDetails booking, Outcome outcome, Vnd remaining) {
        return switch (outcome) {
            case PART_PAID -> booking.isPayable(clock.instant()) && remaining.isPositive();
            case LATE_PART_KEPT -> isTooLate(booking) && remaining.isPositive();
            default -> booking.state() == BookingState.CONFIRMED;
        };
    }

    /** The time to pay is over, whether or not a job has written so already. */
    private boolean isTooLate(BookingDetails booking) {
        return booking.state() == BookingState.EXPIRED
                || booking.state() == BookingState.AWAITING_PAYMENT
                        && !booking.isPayable(clock.instant());
    }

    private List<String> seatsBefore(BookingDetails booking, Outcome outcome) {
        return bookings.moneyOutcomes(booking.id()).stream()
                .filter(line -> line.outcome() == outcome)
                .filter(line -> !line.fromSeats().isEmpty())
                .map(line -> List.of(line.fromSeats().split(", ")))
                .findFirst()
                .orElseGet(booking::seatLabels);
    }

    private List<RefundView> refundsForCancelling(BookingDetails booking) {
        return refunds.ofPayable(booking.payable()).stream()
                .filter(refund -> refund.reason() == RefundReason.CANCELLED)
                .toList();
    }

    private static boolean needsAccount(List<RefundView> refunds) {
        return refunds.stream().anyMatch(one -> one.state() == RefundState.NEEDS_ACCOUNT);
    }
}
