package vn.busticket.tickets;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.bookings.Attendance;
import vn.busticket.bookings.BookedPassenger;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.BookingState;
import vn.busticket.bookings.Mark;
import vn.busticket.bookings.Marked;
import vn.busticket.tickets.BoardingEntry.Kind;
import vn.busticket.trips.TripId;

/**
 * Decides about one entry of a crew, once. The booking is locked before its ticket is looked at, as
 * a change or cancellation does: who comes second sees what the first has done.
 */
@Component
class DoorCheck {

    /** Two readings within this time are one passenger before hasty hands, not two passengers. */
    private static final Duration HASTE = Duration.ofMinutes(2);

    private final TicketVerifier verifier;
    private final TicketRepository tickets;
    private final BoardingRepository entries;
    private final Attendance attendance;
    private final BookingQueries bookings;
    private final ForeignTickets foreign;

    DoorCheck(
            TicketVerifier verifier,
            TicketRepository tickets,
            BoardingRepository entries,
            Attendance attendance,
            BookingQueries bookings,
            ForeignTickets foreign) {
        this.verifier = verifier;
        this.tickets = tickets;
        this.entries = entries;
        this.attendance = attendance;
        this.bookings = bookings;
        this.foreign = foreign;
    }

    /**
     * Takes an entry and stores it with what became of it; one that was taken before is answered as
     * it was then.
     */
    @Transactional
    public Verdict take(Door door, BoardingEntry entry, Instant doneAt, Instant now) {
        entries.lock(entry.id());
        var known = entries.verdictOn(entry.id());
        if (known.isPresent()) {
            return known.get();
        }
        var verdict =
                switch (entry.kind()) {
                    case SCAN -> scanned(door, entry, doneAt);
                    case CODE -> typed(door, entry, doneAt);
                    case BOARD -> ticked(door, entry, Mark.BOARD, doneAt);
                    case UNDO -> ticked(door, entry, Mark.UNDO, doneAt);
                    case MISS -> ticked(door, entry, Mark.MISS, doneAt);
                };
        entries.insert(door, entry, doneAt, now, verdict);
        return verdict;
    }

    private Verdict scanned(Door door, BoardingEntry entry, Instant doneAt) {
        return switch (verifier.check(entry.what())) {
            case TicketCheck.Genuine(var facts) -> genuine(door, facts, doneAt);
            case TicketCheck.Forged() -> Verdict.of(BoardingOutcome.FORGED);
            case TicketCheck.UnknownKey() -> Verdict.of(BoardingOutcome.UNKNOWN_KEY);
            case TicketCheck.Unreadable() -> Verdict.of(BoardingOutcome.UNREADABLE);
        };
    }

    private Verdict genuine(Door door, TicketFacts facts, Instant doneAt) {
        var stated = new TripId(facts.tripId());
        var found = tickets.byId(facts.ticketId());
        if (found.isEmpty()) {
            return Verdict.of(BoardingOutcome.NOT_FOUND);
        }
        var passenger = attendance.lock(found.get().passenger()).orElseThrow();
        // Only now: what voids a ticket holds the same lock.
        var isVoid = tickets.byId(facts.ticketId()).orElseThrow().isVoid();
        var here = door.trip().id();
        if (isVoid && (here.equals(stated) || here.equals(passenger.trip()))) {
            return Verdict.about(passenger.id(), worthless(passenger), null);
        }
        return here.equals(stated)
                ? mark(door, passenger, Kind.SCAN, Mark.BOARD, doneAt)
                : foreign.judge(door.trip(), stated);
    }

    private Verdict typed(Door door, BoardingEntry entry, Instant doneAt) {
        return bookings.byCode(entry.what())
                .map(booking -> typed(door, booking, doneAt))
                .orElseGet(() -> Verdict.of(BoardingOutcome.NOT_FOUND));
    }

    private Verdict typed(Door door, BookingDetails booking, Instant doneAt) {
        if (!booking.trip().id().equals(door.trip().id())) {
            return foreign.judge(door.trip(), booking.trip().id());
        }
        return switch (booking.state()) {
            case AWAITING_PAYMENT, EXPIRED -> Verdict.of(BoardingOutcome.NOT_PAID);
            case CANCELLED -> Verdict.of(BoardingOutcome.VOID_CANCELLED);
            case CONFIRMED, COMPLETED -> {
                var travellers = TicketService.travellers(booking);
                if (travellers.size() != 1) {
                    yield Verdict.of(BoardingOutcome.CHOOSE);
                }
                var passenger = attendance.lock(travellers.getFirst().id()).orElseThrow();
                yield mark(door, passenger, Kind.CODE, Mark.BOARD, doneAt);
            }
        };
    }

    private Verdict ticked(Door door, BoardingEntry entry, Mark mark, Instant doneAt) {
        return attendance
                .lock(entry.passenger())
                .filter(passenger -> passenger.trip().equals(door.trip().id()))
                .map(passenger -> mark(door, passenger, entry.kind(), mark, doneAt))
                .orElseGet(() -> Verdict.of(BoardingOutcome.NOT_FOUND));
    }

    private Verdict mark(
            Door door, BookedPassenger passenger, Kind kind, Mark mark, Instant doneAt) {
        var marked = attendance.mark(passenger.id(), mark, door.staff(), doneAt);
        if (marked == Marked.KNOWN && mark == Mark.BOARD) {
            var outcome = again(door, passenger, kind, doneAt);
            return Verdict.about(passenger.id(), outcome, passenger.boardedAt().orElse(null));
        }
        var at = marked == Marked.DONE && mark == Mark.BOARD ? doneAt : null;
        return Verdict.about(passenger.id(), outcomeOf(marked, mark, passenger), at);
    }

    /** Who is on the coach already is shown again: by haste, by two of the crew, or with a copy. */
    private BoardingOutcome again(Door door, BookedPassenger passenger, Kind kind, Instant doneAt) {
        var first = entries.lastCheckIn(passenger.id());
        if (first.isEmpty()) {
            return BoardingOutcome.USED_BEFORE;
        }
        var isSameDevice = first.get().device().equals(door.device());
        var apart = Duration.between(first.get().at(), doneAt).abs();
        if (kind != Kind.BOARD && apart.compareTo(HASTE) > 0) {
            return BoardingOutcome.USED_BEFORE;
        }
        return isSameDevice ? BoardingOutcome.REPEATED : BoardingOutcome.TOGETHER;
    }

    private static BoardingOutcome outcomeOf(Marked marked, Mark mark, BookedPassenger passenger) {
        return switch (marked) {
            case DONE ->
                    switch (mark) {
                        case BOARD -> BoardingOutcome.BOARDED;
                        case UNDO -> BoardingOutcome.UNDONE;
                        case MISS -> BoardingOutcome.MISSED;
                    };
            case KNOWN -> BoardingOutcome.KNOWN;
            case DECIDED_LATER -> BoardingOutcome.DECIDED_LATER;
            case ON_BOARD -> BoardingOutcome.ON_BOARD;
            case NOT_DEPARTED -> BoardingOutcome.NOT_DEPARTED;
            case NOT_TRAVELLING -> worthless(passenger);
        };
    }

    private static BoardingOutcome worthless(BookedPassenger passenger) {
        if (passenger.isCancelled()) {
            return BoardingOutcome.VOID_CANCELLED;
        }
        return passenger.bookingState() == BookingState.CONFIRMED
                        || passenger.bookingState() == BookingState.COMPLETED
                ? BoardingOutcome.VOID_CHANGED
                : BoardingOutcome.NOT_PAID;
    }
}
