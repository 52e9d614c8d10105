package vn.busticket.bookings;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.DisruptionBook.Author;
import vn.busticket.bookings.SwapPlan.Fate;
import vn.busticket.bookings.SwapPlan.Kind;
import vn.busticket.trips.BusId;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/**
 * Lets another coach drive a trip. Staff see beforehand what becomes of everybody; all of it
 * happens in one transaction, exactly as seen, or not at all.
 */
@Service
public class CoachSwap {

    private static final Logger log = LoggerFactory.getLogger(CoachSwap.class);

    private final StaffOfTrip staffOfTrip;
    private final TripLocks locks;
    private final SwapPlanner planner;
    private final OperatorRelease release;
    private final SwapDeed deed;
    private final Clock clock;

    CoachSwap(
            StaffOfTrip staffOfTrip,
            TripLocks locks,
            SwapPlanner planner,
            OperatorRelease release,
            SwapDeed deed,
            Clock clock) {
        this.staffOfTrip = staffOfTrip;
        this.locks = locks;
        this.planner = planner;
        this.release = release;
        this.deed = deed;
        this.clock = clock;
    }

    /**
     * What would become of everybody if that coach drove the trip; changes nothing.
     *
     * @param staff an administrator, or staff of its company
     * @throws DisruptionRefused it is not theirs, was called off or has left, or there is no such
     *     other coach
     */
    @Transactional(readOnly = true)
    public SwapPlan plan(AccountId staff, TripId id, BusId bus) {
        var trip = staffOfTrip.require(staff, id);
        staffOfTrip.requireAhead(trip);
        return planner.plan(trip, bus);
    }

    /**
     * Lets that coach drive the trip; stands in the audit log. Who has no seat gets all money back,
     * and tells {@link BookingCalledOff}; unpaid bookings end rather than sit in a lower class.
     * Others are told by {@link BookingsReseated} if they sit elsewhere.
     *
     * @param seen the plan as the staff saw it
     * @param refunded who would sit in a lower class and gets all money back instead
     * @param reason why, never blank
     * @throws DisruptionRefused as {@link #plan}, or the plan would be another one by now
     */
    @Transactional
    public void swap(
            AccountId staff, TripId id, SwapPlan seen, Set<BookingId> refunded, String reason) {
        var author = new Author(staff, reason);
        var lost = seen.fates().stream().filter(fate -> isLost(fate, refunded)).toList();
        locks.lockRow(staff, id);
        lost.forEach(fate -> release.endAttempts(fate.booking()));
        var trip = locks.lockWhole(staff, id);
        if (!planner.plan(trip, seen.bus().id()).isStill(seen)) {
            throw DisruptionRefused.meanwhile();
        }
        swap(trip, seen, lost, author);
    }

    private void swap(Trip trip, SwapPlan plan, List<Fate> lost, Author author) {
        var now = clock.instant();
        var disruption = deed.write(trip, plan.bus(), author);
        lost.forEach(
                fate -> release.cancel(fate.booking(), LossCause.NO_SEAT, author.reason(), now));
        var kept = plan.fates().stream().filter(fate -> !lost.contains(fate)).toList();
        deed.seat(trip, plan.bus(), kept, disruption, now);
        log.info(
                "trip has another coach trip={} kept={} lost={}",
                trip.id(),
                kept.size(),
                lost.size());
    }

    private static boolean isLost(Fate fate, Set<BookingId> refunded) {
        return fate.kind() == Kind.NO_SEAT
                || fate.kind() == Kind.LOWER_CLASS
                        && (!fate.isPaid() || refunded.contains(fate.booking()));
    }
}
