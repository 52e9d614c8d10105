package vn.busticket.seats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.lang.CheckReturnValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.trips.TripId;

/**
 * Takes, keeps, sells and frees seats; tells the notice {@code trip} after each change. Lock order:
 * visitor, trip, rows.
 */
@Service
public class SeatService {

    /** How often a visitor may ask for more time before paying. */
    static final int MAX_RENEWALS = 2;

    /**
     * Half of the connections, so that a rush for seats leaves the others to payments and pages.
     */
    private static final int MOST_AT_ONCE = 12;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Longer than any transaction that sells seats may last. */
    private static final Duration LONGEST_SALE = Duration.ofSeconds(15);

    private static final String SOLD_FOR_EVER = "infinity";
    private static final String TOPIC = HoldTaking.TOPIC;
    private static final int MOST_SINGLE_NOTICES = 50;

    private final OccupancyRepository occupancy;
    private final HoldRepository holds;
    private final HoldTaking taking;
    private final ClusterNotices notices;
    private final SeatProperties properties;
    private final Clock clock;
    private final Semaphore admission = new Semaphore(MOST_AT_ONCE, true);

    SeatService(
            OccupancyRepository occupancy,
            HoldRepository holds,
            HoldTaking taking,
            ClusterNotices notices,
            SeatProperties properties,
            Clock clock) {
        this.occupancy = occupancy;
        this.holds = holds;
        this.taking = taking;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Takes all wished seats or none, instead of an older hold of the same visitor on the same trip
     * on which no booking stands yet.
     *
     * @throws TooManySeats more than one person may take at once
     * @throws TripNotOnSale left, cancelled, past its cut-off, or that stretch is not sold
     * @throws SeatNotForSale there is no such seat, or it has no fare on that stretch
     * @throws HoldLimitReached the visitor or the address keeps too many unpaid seats
     * @throws SeatsTaken some have another owner; names them
     * @throws TripBusy too many others are buying at this moment
     */
    public Hold hold(HoldRequest request) {
        if (!isAdmitted()) {
            throw new TripBusy();
        }
        try {
            return taking.take(request);
        } finally {
            admission.release();
        }
    }

    /**
     * Gives the visitor the full time again, at most twice for one hold.
     *
     * @throws HoldExpired its time is over, it was given up, or it belongs to somebody else
     * @throws NoRenewalLeft asked for more time too often
     */
    @Transactional
    public Hold renew(HoldId id, UUID visitorId) {
        var hold = lockedHold(id);
        if (!hold.visitorId().equals(visitorId)
                || hold.state() != Hold.State.LIVE
                || hold.placed()) {
            throw new HoldExpired();
        }
        if (hold.renewals() >= MAX_RENEWALS) {
            throw new NoRenewalLeft(MAX_RENEWALS);
        }
        var now = clock.instant();
        var heldUntil = now.plus(properties.holdTime());
        if (!takeAgain(hold, heldUntil.toString(), now)) {
            throw new HoldExpired();
        }
        holds.keepUntil(id, heldUntil, hold.renewals() + 1);
        tell(hold.tripId());
        return holds.find(id, now).orElseThrow();
    }

    /**
     * Reads the hold of a token and lets nobody else change the seats of its trip until the running
     * transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Hold> claim(String token) {
        holds.lockTripOf(token);
        return holds.findByToken(token, clock.instant());
    }

    /**
     * Keeps the seats for a booking until that instant; takes them again if the hold is overdue and
     * they are still free. May be repeated.
     *
     * @return false if the hold was given up, or is overdue and any seat has another owner by now;
     *     then nothing is changed
     */
    @Transactional
    @CheckReturnValue
    public boolean keepUntil(HoldId id, Instant heldUntil) {
        var hold = lockedHold(id);
        var now = clock.instant();
        if (hold.state() == Hold.State.RELEASED || !takeAgain(hold, heldUntil.toString(), now)) {
            return false;
        }
        holds.keepForBooking(id, heldUntil, now);
        tell(hold.tripId());
        return true;
    }

    /**
     * Sells the seats for good, also those of an overdue or released hold if all are still free.
     * May be repeated. Sales of holds that have time left do not wait for one another, so that a
     * coach that everybody pays for at once is no queue.
     *
     * @return false if any has another owner by now; then nothing is changed
     */
    @Transactional
    @CheckReturnValue
    public boolean sell(HoldId id) {
        var alive = clock.instant().plus(LONGEST_SALE);
        var tripId = holds.lockTripForSale(id, alive).orElseThrow(HoldExpired::new);
        var now = clock.instant();
        if (!holds.sellWhole(id, now) && !sellAgain(id, now)) {
            return false;
        }
        tell(tripId);
        return true;
    }

    /** Frees the seats of a hold that is not sold; may be repeated. */
    @Transactional
    public void release(HoldId id) {
        releaseAll(List.of(id));
    }

    /** Frees the seats of holds that are not sold; may be repeated. */
    @Transactional
    public void releaseAll(Collection<HoldId> ids) {
        tellAll(occupancy.release(ids, clock.instant()));
    }

    /**
     * Frees the seats of a hold, also sold ones, because nobody wants them any more; repeatable.
     */
    @Transactional
    public void takeBack(HoldId id) {
        var hold = lockedHold(id);
        holds.takeBack(id, clock.instant());
        tell(hold.tripId());
    }

    /** Frees some seats of a hold, also sold ones; the others stay as they are. Repeatable. */
    @Transactional
    public void takeBack(HoldId id, Collection<String> labels) {
        var hold = lockedHold(id);
        holds.takeBack(id, labels);
        tell(hold.tripId());
    }

    /**
     * Clears one batch of seats whose time is over.
     *
     * @return true if there may be more
     */
    @Transactional
    boolean clearOverdue() {
        var cleared = occupancy.deleteOverdue(clock.instant());
        tellAll(cleared);
        return cleared.size() == OccupancyRepository.BATCH;
    }

    private boolean isAdmitted() {
        try {
            return admission.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Hold lockedHold(HoldId id) {
        holds.lockTripOf(id);
        return holds.find(id, clock.instant()).orElseThrow(HoldExpired::new);
    }

    /** Some of the seats were cleared away: from here on other sales wait as well. */
    private boolean sellAgain(HoldId id, Instant now) {
        var hold = lockedHold(id);
        if (!takeAgain(hold, SOLD_FOR_EVER, now)) {
            return false;
        }
        holds.sell(id, now);
        return true;
    }

    private boolean takeAgain(Hold hold, String heldUntil, Instant now) {
        if (occupancy.extend(hold, heldUntil)) {
            return true;
        }
        if (occupancy.isAnyTaken(hold, now)) {
            return false;
        }
        occupancy.takeAgain(hold, heldUntil, now);
        return true;
    }

    private void tellAll(Collection<TripId> changed) {
        var different = new HashSet<>(changed);
        if (different.size() > MOST_SINGLE_NOTICES) {
            notices.publish(TOPIC, ClusterNotices.ALL);
        } else {
            different.forEach(this::tell);
        }
    }

    private void tell(TripId tripId) {
        notices.publish(TOPIC, Long.toString(tripId.value()));
    }
}
