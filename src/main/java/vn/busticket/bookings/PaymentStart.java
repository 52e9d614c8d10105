package vn.busticket.bookings;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.VisitorId;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentAttempts;
import vn.busticket.payments.StartPayment;

/**
 * Leads a buyer to the payment page. Asks the gateway, so it takes up to seconds and never runs
 * inside a transaction. Tells {@link PaymentStarted}.
 */
@Service
public class PaymentStart {

    private final PaymentTerms terms;
    private final PaymentAttempts attempts;
    private final ApplicationEventPublisher events;

    PaymentStart(PaymentTerms terms, PaymentAttempts attempts, ApplicationEventPublisher events) {
        this.terms = terms;
        this.attempts = attempts;
        this.events = events;
    }

    /**
     * Starts a payment of what is due for a booking, or for its change that waits for money, or
     * finds the one that was started. May be repeated.
     *
     * @return the token of the attempt, for {@code /payment/…}
     * @throws BookingNotPayable it is paid and no change waits, or it is expired or cancelled
     * @throws PaymentTimeOver the deadline has passed; {@link #retry} may still help
     */
    @Transactional(propagation = Propagation.NEVER)
    public String payFor(BookingId booking, VisitorId visitor, String addressKey) {
        return start(terms.asTheyAre(booking), visitor, addressKey);
    }

    /**
     * Starts a payment after one that failed: the same seats, at least ten more minutes, at most an
     * hour after the booking was placed, or the change was wished.
     *
     * @return the token of the attempt, for {@code /payment/…}
     * @throws BookingNotPayable it is paid and no change waits, or it is expired or cancelled
     * @throws PaymentTimeOver the hour is over
     * @throws vn.busticket.seats.HoldExpired the seats are gone
     */
    @Transactional(propagation = Propagation.NEVER)
    public String retry(BookingId booking, VisitorId visitor, String addressKey) {
        return start(terms.lengthened(booking), visitor, addressKey);
    }

    private String start(DueBooking due, VisitorId visitor, String addressKey) {
        var wish =
                new StartPayment(
                        new PayableId(due.id().value()),
                        due.amount(),
                        due.code(),
                        due.deadline(),
                        visitor.value().toString(),
                        addressKey);
        var token = attempts.start(wish).token();
        events.publishEvent(new PaymentStarted(due.id()));
        return token;
    }
}
