package vn.busticket.bookings;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.shared.BusinessRuleViolation;

/**
 * Cancels bookings, whole or single passengers of them, before the coach leaves: what is kept says
 * the policy that the booking was bought under, and nobody pays another price than was shown. Who
 * may do so asks {@link BookingAccess} first.
 */
@Service
public class Cancellation {

    private final BookingRepository bookings;
    private final FreedomToLeave freedom;
    private final BookingMoney money;
    private final BookingRelease release;
    private final AuditLog audit;
    private final Clock clock;

    Cancellation(
            BookingRepository bookings,
            FreedomToLeave freedom,
            BookingMoney money,
            BookingRelease release,
            AuditLog audit,
            Clock clock) {
        this.bookings = bookings;
        this.freedom = freedom;
        this.money = money;
        this.release = release;
        this.audit = audit;
        this.clock = clock;
    }

    /** Finds the price of a wish, or refuses it. */
    @FunctionalInterface
    private interface Pricing {
        CancellationQuote of(Booking booking, Set<Long> chosen, Instant now);
    }

    /** True if staff could cancel a booking at this moment, at whatever price. */
    public boolean isPossible(BookingDetails booking) {
        return isCancellable(booking.state()) && booking.departsAt().isAfter(clock.instant());
    }

    /** Why a passenger cannot cancel at this moment; empty if it is possible. */
    public Optional<BusinessRuleViolation> obstacle(BookingDetails booking) {
        if (!isCancellable(booking.state())) {
            return Optional.of(new BookingNotCancellable());
        }
        var now = clock.instant();
        if (!booking.departsAt().isAfter(now)) {
            return Optional.of(new CancellationTooLate());
        }
        return booking.state() == BookingState.CONFIRMED
                        && booking.policy().tierAt(booking.departsAt(), now).isEmpty()
                        && !freedom.isGivenTo(booking.id())
                ? Optional.of(new CancellationEnded())
                : Optional.empty();
    }

    /**
     * What cancelling all of it would cost now by its policy, before anybody decides.
     *
     * @throws BookingNotFound there is no such booking
     * @throws BookingNotCancellable it has expired, is cancelled already, or the travel is over
     * @throws CancellationTooLate the coach has left
     * @throws PassengerOnBoard somebody of them got on already
     * @throws CancellationEnded its policy lets nobody cancel any more
     */
    @Transactional(readOnly = true)
    public CancellationQuote quote(BookingId id) {
        var booking = bookings.findById(id.value()).orElseThrow(BookingNotFound::new);
        return price(booking, everybody(booking), this::byPolicy, clock.instant());
    }

    /**
     * The same for some passengers; of an unpaid booking always for all.
     *
     * @param chosen those who shall not travel any more
     * @throws BookingNotCancellable also if none of them travels
     */
    @Transactional(readOnly = true)
    public CancellationQuote quote(BookingId id, Set<Long> chosen) {
        var booking = bookings.findById(id.value()).orElseThrow(BookingNotFound::new);
        return price(booking, chosen, this::byPolicy, clock.instant());
    }

    /** What it would be if all that was paid for these passengers went back. */
    @Transactional(readOnly = true)
    public CancellationQuote quoteInFull(BookingId id, Set<Long> chosen) {
        var booking = bookings.findById(id.value()).orElseThrow(BookingNotFound::new);
        return price(booking, chosen, this::inFull, clock.instant());
    }

    /**
     * Cancels at the passenger's wish for the price that was shown; the seats are free at once, and
     * what is not kept is due for refund. Tells {@link BookingCancelled} or {@link
     * BookingPartlyCancelled}. May be repeated.
     *
     * @param shown as {@link #quote} told it
     * @param reason in the passenger's words, perhaps empty
     * @throws BookingNotFound there is no such booking
     * @throws BookingNotCancellable it has expired, or the travel is over
     * @throws CancellationTooLate the coach has left
     * @throws CancellationEnded its policy lets nobody cancel any more
     * @throws CancellationQuoteChanged it costs something else by now, or for others
     */
    @Transactional
    public void cancelByPassenger(BookingId id, CancellationQuote shown, String reason) {
        var detail = Map.of("reason", reason);
        cancel(id, shown, this::byPolicy, Actor.PASSENGER, detail);
    }

    /**
     * Cancels by staff for what the policy keeps, as it was shown; stands in the audit log besides.
     *
     * @param staff who does it
     * @param reason why, never empty
     * @throws CancellationQuoteChanged and the others, as for passengers
     */
    @Transactional
    public void cancelByStaff(
            BookingId id, CancellationQuote shown, AccountId staff, String reason) {
        cancelByStaff(id, shown, this::byPolicy, staff, reason);
    }

    /**
     * The same, but all that was paid goes back, as {@link #quoteInFull} told it; possible until
     * the coach leaves.
     */
    @Transactional
    public void cancelInFullByStaff(
            BookingId id, CancellationQuote shown, AccountId staff, String reason) {
        cancelByStaff(id, shown, this::inFull, staff, reason);
    }

    private void cancelByStaff(
            BookingId id,
            CancellationQuote shown,
            Pricing pricing,
            AccountId staff,
            String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Staff give a reason for cancelling");
        }
        var detail = Map.of("reason", reason, "account", Long.toString(staff.value()));
        cancel(id, shown, pricing, Actor.STAFF, detail)
                .ifPresent(done ->
                        audit.record(
                                staff,
                                "booking.cancelled-by-staff",
                                "booking " + id.value(),
                                reason,
                                Map.of(
                                        "feeVnd", Long.toString(done.fee().dong()),
                                        "refundVnd", Long.toString(done.refund().dong()))));
    }

    /** What was done; nothing if all of it had been done before. */
    private Optional<CancellationQuote> cancel(
            BookingId id,
            CancellationQuote shown,
            Pricing pricing,
            Actor actor,
            Map<String, String> detail) {
        release.endAttempts(id);
        var booking = bookings.lock(id.value()).orElseThrow(BookingNotFound::new);
        var chosen = shown.passengers();
        if (booking.state() == BookingState.CANCELLED || nobodyTravels(booking, chosen)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var price = price(booking, chosen, pricing, now);
        if (!shown.isAsGoodAs(price)) {
            throw new CancellationQuoteChanged(price);
        }
        release.cancel(booking, price, actor, detail, now);
        return Optional.of(price);
    }

    private CancellationQuote price(
            Booking booking, Set<Long> chosen, Pricing pricing, Instant now) {
        if (!isCancellable(booking.state()) || nobodyTravels(booking, chosen)) {
            throw new BookingNotCancellable();
        }
        if (!booking.departsAt().isAfter(now)) {
            throw new CancellationTooLate();
        }
        if (somebodyGotOn(booking, chosen)) {
            throw new PassengerOnBoard();
        }
        return pricing.of(booking, chosen, now);
    }

    private CancellationQuote byPolicy(Booking booking, Set<Long> chosen, Instant now) {
        return freedom.isGivenTo(booking.id())
                ? inFull(booking, chosen, now)
                : CancellationPrices.byPolicy(booking, chosen, money.received(booking), now);
    }

    private CancellationQuote inFull(Booking booking, Set<Long> chosen, Instant now) {
        return CancellationPrices.inFull(booking, chosen, money.received(booking));
    }

    private static Set<Long> everybody(Booking booking) {
        return booking.travellers().stream().map(Passenger::id).collect(toUnmodifiableSet());
    }

    private static boolean somebodyGotOn(Booking booking, Set<Long> chosen) {
        return booking.travellers().stream()
                .anyMatch(
                        one -> one.state() == PassengerState.BOARDED && chosen.contains(one.id()));
    }

    private static boolean nobodyTravels(Booking booking, Set<Long> chosen) {
        return booking.travellers().stream().noneMatch(one -> chosen.contains(one.id()));
    }

    private static boolean isCancellable(BookingState state) {
        return switch (state) {
            case AWAITING_PAYMENT, CONFIRMED -> true;
            case EXPIRED, CANCELLED, COMPLETED -> false;
        };
    }
}
