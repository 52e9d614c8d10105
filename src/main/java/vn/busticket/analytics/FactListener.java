package vn.busticket.analytics;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingCalledOff;
import vn.busticket.bookings.BookingCancelled;
import vn.busticket.bookings.BookingChanged;
import vn.busticket.bookings.BookingConfirmed;
import vn.busticket.bookings.BookingPartlyCancelled;
import vn.busticket.bookings.BookingsExpired;
import vn.busticket.bookings.BookingsReseated;
import vn.busticket.bookings.MoneyOutcome;

/**
 * Appends facts in the transaction in which money, people or seats of bookings change. What is told
 * before the last of it is in its place is heard again with what follows, and is then complete.
 * Seats follow a trip that is moved without being told: its row says so itself.
 */
@Component
class FactListener {

    private final Facts facts;

    FactListener(Facts facts) {
        this.facts = facts;
    }

    @EventListener
    void on(BookingConfirmed confirmed) {
        facts.count(List.of(confirmed.booking()));
    }

    /** Of what is odd about money only a part that is used at once moves any of a booking's. */
    @EventListener
    void on(MoneyOutcome money) {
        if (money.outcome() == MoneyOutcome.Outcome.PART_PAID) {
            facts.count(List.of(money.booking()));
        }
    }

    @EventListener
    void on(BookingChanged changed) {
        facts.count(List.of(changed.booking()));
    }

    @EventListener
    void on(BookingCancelled cancelled) {
        facts.count(List.of(cancelled.booking()));
    }

    @EventListener
    void on(BookingPartlyCancelled cancelled) {
        facts.count(List.of(cancelled.booking()));
    }

    @EventListener
    void on(BookingCalledOff calledOff) {
        facts.count(List.of(calledOff.booking()));
    }

    @EventListener
    void on(BookingsExpired expired) {
        facts.count(expired.bookings());
    }

    @EventListener
    void on(BookingsReseated reseated) {
        facts.count(reseated.bookings());
    }
}
