package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;

/**
 * Who got on and who did not come. Whoever calls has asked whether that person may do so, and holds
 * a transaction; the booking is locked until it ends, so that of two crews at once one is first.
 *
 * <p>Phones without network tell hours later. That somebody got on, or that this was taken back,
 * counts only if the crew has not decided otherwise after it; so the end is the same in whatever
 * order they are told. That somebody did not come counts until it is told that they got on.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Attendance {

    private final BookingRepository bookings;
    private final PassengerRepository passengers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attendance(
            BookingRepository bookings,
            PassengerRepository passengers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bookings = bookings;
        this.passengers = passengers;
        this.events = events;
        this.clock = clock;
    }

    /** Finds a passenger and lets nobody else change the booking; empty if there is none. */
    public Optional<BookedPassenger> lock(long passenger) {
        return locked(passenger)
                .map(found ->
                        new BookedPassenger(
                                passenger,
                                found.booking().id(),
                                found.booking().tripId(),
                                found.booking().state(),
                                found.state(),
                                found.boardedAt()));
    }

    /**
     * Notes something about a passenger. Tells {@link PassengerMarked} if it counts. May be
     * repeated.
     *
     * @param by whose phone it was
     * @param at when it was noted, not after now
     */
    public Marked mark(long passenger, Mark mark, AccountId by, Instant at) {
        var found =
                locked(passenger)
                        .orElseThrow(
                                () -> new IllegalArgumentException("No passenger " + passenger));
        var result = judge(found, mark, at);
        switch (result) {
            case DONE -> {
                found.become(wanted(mark), by, at, clock.instant());
                bookings.flush();
                events.publishEvent(
                        new PassengerMarked(found.booking().id(), passenger, wanted(mark)));
            }
            case KNOWN -> {
                if (mark != Mark.MISS) {
                    found.confirm(at);
                }
            }
            case DECIDED_LATER, ON_BOARD, NOT_DEPARTED, NOT_TRAVELLING -> {}
        }
        return result;
    }

    private static Marked judge(Passenger passenger, Mark mark, Instant at) {
        if (!passenger.booking().state().isTravelled()
                || passenger.state() == PassengerState.CANCELLED) {
            return Marked.NOT_TRAVELLING;
        }
        if (passenger.state() == wanted(mark)) {
            return Marked.KNOWN;
        }
        if (passenger.isDecidedAfter(at)) {
            return Marked.DECIDED_LATER;
        }
        if (mark == Mark.MISS) {
            if (passenger.state() == PassengerState.BOARDED) {
                return Marked.ON_BOARD;
            }
            return passenger.booking().departsAt().isAfter(at) ? Marked.NOT_DEPARTED : Marked.DONE;
        }
        return Marked.DONE;
    }

    private static PassengerState wanted(Mark mark) {
        return switch (mark) {
            case BOARD -> PassengerState.BOARDED;
            case UNDO -> PassengerState.BOOKED;
            case MISS -> PassengerState.NO_SHOW;
        };
    }

    private Optional<Passenger> locked(long passenger) {
        return passengers
                .bookingOf(passenger)
                .flatMap(bookings::lock)
                .flatMap(booking -> passengers.findById(passenger));
    }
}
