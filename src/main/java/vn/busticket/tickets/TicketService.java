package vn.busticket.tickets;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.PassengerDetails;
import vn.busticket.bookings.PassengerState;

/** Issues signed tickets and finds them again. */
@Service
public class TicketService {

    private final TicketRepository tickets;
    private final TicketNumbers numbers;
    private final BookingQueries bookings;
    private final TicketSigner signer;
    private final Clock clock;

    TicketService(
            TicketRepository tickets,
            TicketNumbers numbers,
            BookingQueries bookings,
            TicketSigner signer,
            Clock clock) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.bookings = bookings;
        this.signer = signer;
        this.clock = clock;
    }

    /** The valid tickets of a booking by the id of their passenger. */
    @Transactional(readOnly = true)
    public Map<Long, Ticket> validOf(BookingId booking) {
        return tickets.validOf(booking).stream().collect(toMap(Ticket::passengerId, it -> it));
    }

    /** Gives each traveller of a booking a ticket who has none yet. May be repeated. */
    @Transactional(propagation = Propagation.MANDATORY)
    void issue(BookingId id) {
        var booking =
                bookings.byId(id)
                        .orElseThrow(() -> new IllegalStateException("No booking " + id.value()));
        var now = clock.instant();
        tickets.insert(
                id,
                travellers(booking).stream()
                        .map(passenger -> ticket(booking, passenger, now))
                        .toList(),
                now);
    }

    /**
     * Makes all tickets of a booking worthless, however genuine their codes are. May be repeated.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void makeVoid(BookingId id) {
        tickets.makeVoid(id, clock.instant());
    }

    /** Makes the tickets of some passengers worthless. May be repeated. */
    @Transactional(propagation = Propagation.MANDATORY)
    void makeVoid(Collection<Long> passengers) {
        tickets.makeVoid(passengers, clock.instant());
    }

    /**
     * Makes the tickets of some travellers worthless, because they say something that is not true
     * any more, and gives them new ones.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void renew(BookingId id, Collection<Long> passengers) {
        tickets.makeVoid(passengers, clock.instant());
        issue(id);
    }

    static List<PassengerDetails> travellers(BookingDetails booking) {
        return booking.passengers().stream()
                .filter(passenger -> passenger.state() != PassengerState.CANCELLED)
                .toList();
    }

    private Ticket ticket(BookingDetails booking, PassengerDetails passenger, Instant now) {
        var number = numbers.next();
        var facts =
                new TicketFacts(
                        number,
                        booking.code(),
                        booking.trip().id().value(),
                        passenger.seatLabel(),
                        booking.stretch(),
                        booking.departsAt(),
                        now);
        return new Ticket(number, passenger.id(), signer.sign(facts), now);
    }
}
