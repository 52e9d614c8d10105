package vn.busticket.bookings;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.BusinessRuleViolation;

/**
 * Changes paid bookings at the passenger's wish: who travels, on which seats, by which trip of the
 * route; where only some go by another trip, they become a booking of their own. First comes a plan
 * with its price, and only what was agreed is done. Who may do so asks {@link BookingAccess} first.
 */
@Service
public class BookingChanges {

    private final BookingRepository bookings;
    private final BookingQueries queries;
    private final ChangeLimits limits;
    private final ChangePlanning planning;
    private final ChangeSaving saving;
    private final Clock clock;

    BookingChanges(
            BookingRepository bookings,
            BookingQueries queries,
            ChangeLimits limits,
            ChangePlanning planning,
            ChangeSaving saving,
            Clock clock) {
        this.bookings = bookings;
        this.queries = queries;
        this.limits = limits;
        this.planning = planning;
        this.saving = saving;
        this.clock = clock;
    }

    /**
     * Why nothing of a booking can be changed at this moment; empty if something can. After what
     * the operator did that may be the trip alone.
     */
    @Transactional(readOnly = true)
    public Optional<BusinessRuleViolation> obstacle(BookingDetails booking) {
        return limits.obstacle(booking, clock.instant());
    }

    /** Until when a booking can be changed. */
    public Instant endsAt(BookingDetails booking) {
        return limits.endsAt(booking);
    }

    /**
     * What a wish would change and what it costs now; nothing is changed.
     *
     * @throws BookingNotFound there is no such booking
     * @throws ChangeOutdated the booking has other seats by now than the wish is about
     * @throws TripOfAnotherRoute the trip does not go between the same stops
     * @throws vn.busticket.seats.TripNotOnSale the trip is called off or not sold any more
     * @throws vn.busticket.seats.SeatNotForSale there is no such seat, or it is not sold
     * @throws vn.busticket.seats.SeatsTaken some seats have another owner; names them
     */
    @Transactional(readOnly = true)
    public ChangePlan quote(BookingId id, ChangeWish wish) {
        return planning.plan(read(id), wish, clock.instant());
    }

    /**
     * Makes a change if it is still the one that was agreed. One that costs more is not made yet:
     * its seats are kept, and it is made when the difference is paid. Tells {@link BookingChanged}
     * once it is made.
     *
     * @param agreed what the passenger has seen
     * @param visitor for whom the seats are kept, and
     * @param addressKey likewise
     * @throws BookingNotFound there is no such booking
     * @throws BookingNotChangeable it is not paid, or will not travel any more
     * @throws ChangeTooLate the coach leaves too soon
     * @throws TooManyChanges it was changed too often
     * @throws ChangeAwaitsPayment another change waits for its money
     * @throws NothingToChange nothing would be different
     * @throws ChangeOutdated it would change or cost something else by now
     * @throws TripOfAnotherRoute the trip does not go between the same stops
     * @throws vn.busticket.seats.TripNotOnSale the trip is called off or not sold any more
     * @throws vn.busticket.seats.SeatNotForSale there is no such seat, or it is not sold
     * @throws vn.busticket.seats.SeatsTaken some seats have another owner; names them
     * @throws vn.busticket.seats.HoldLimitReached the visitor keeps too many unpaid seats
     */
    @Transactional
    public SavedChange save(
            BookingId id,
            ChangeWish wish,
            ChangePlan agreed,
            VisitorId visitor,
            String addressKey) {
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        var details = read(id);
        var now = clock.instant();
        refuse(limits.obstacle(details, now));
        var plan = planning.plan(details, wish, now);
        if (!plan.equals(agreed)) {
            throw new ChangeOutdated();
        }
        if (plan.isNothing()) {
            throw new NothingToChange();
        }
        refuse(limits.obstacle(details, plan, now));
        return plan.due().isPositive()
                ? saving.awaitPayment(booking, plan, visitor, addressKey, now)
                : saving.make(booking, plan, now);
    }

    /**
     * Gives up the change that waits for its money; its seats are free at once and the booking
     * stays as it is. May be repeated.
     *
     * @throws BookingNotFound there is no such booking
     */
    @Transactional
    public void withdraw(BookingId id) {
        saving.endAttempts(id);
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        saving.withdraw(booking, clock.instant());
    }

    private static void refuse(Optional<BusinessRuleViolation> obstacle) {
        if (obstacle.isPresent()) {
            throw obstacle.get();
        }
    }

    private BookingDetails read(BookingId id) {
        return queries.byId(id).orElseThrow(BookingNotFound::new);
    }
}
