package vn.busticket.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.busticket.accounts.AccountId;
import vn.busticket.trips.OperatorTrips;
import vn.busticket.trips.TripCrews;
import vn.busticket.trips.TripId;

/** Takes what crews did at the door, from phones that had a network or did not. */
@Service
public class Boarding {

    private static final Logger log = LoggerFactory.getLogger(Boarding.class);

    private final OperatorTrips trips;
    private final TripCrews crews;
    private final DoorCheck check;
    private final Clock clock;

    Boarding(OperatorTrips trips, TripCrews crews, DoorCheck check, Clock clock) {
        this.trips = trips;
        this.crews = crews;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Takes a report; each entry is decided about in a transaction of its own, in the order in
     * which they happened. May be repeated: an entry that was told before is answered as it was
     * then, so that a phone which did not hear the answer simply tells again.
     *
     * @return an answer for each entry
     * @throws vn.busticket.trips.TripOfOthers if this person may not work on that trip
     */
    public List<BoardingAnswer> report(AccountId staff, TripId trip, BoardingReport report) {
        var door = new Door(trips.require(staff, trip), staff, report.device());
        var now = clock.instant();
        var entries = report.inOrder();
        var answers = entries.stream().map(entry -> take(door, report, entry, now)).toList();
        if (isCorrected(entries, answers)) {
            crews.announce(trip);
        }
        return answers;
    }

    /** True if the crew was told something else: that stands on every phone of the trip. */
    private static boolean isCorrected(List<BoardingEntry> entries, List<BoardingAnswer> answers) {
        return IntStream.range(0, entries.size())
                .anyMatch(i -> entries.get(i).told() != answers.get(i).outcome());
    }

    private BoardingAnswer take(
            Door door, BoardingReport report, BoardingEntry entry, Instant now) {
        var verdict = check.take(door, entry, report.doneAt(entry, now), now);
        if (isSuspicious(verdict.outcome())) {
            log.warn(
                    "ticket refused outcome={} trip={} passenger={}",
                    verdict.outcome(),
                    door.trip().id().value(),
                    verdict.passenger());
        }
        return new BoardingAnswer(entry.id(), verdict.outcome(), verdict.passenger(), verdict.at());
    }

    private static boolean isSuspicious(BoardingOutcome outcome) {
        return outcome == BoardingOutcome.FORGED || outcome == BoardingOutcome.USED_BEFORE;
    }
}
