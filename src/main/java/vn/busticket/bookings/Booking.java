package vn.busticket.bookings;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.Hold;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.Language;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripId;

/**
 * One purchase. Its state changes only through its methods, each of which checks the transition and
 * writes one line of history.
 */
@Entity
@Table(name = "booking")
@SuppressWarnings({"unused", "NullAway.Init"})
class Booking {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;
    private String accessToken;
    private long holdId;
    private long tripId;
    private int fromSequence;
    private int toSequence;
    private Instant departsAt;
    private Instant arrivesAt;
    private String contactName;
    private String contactPhone;
    private String contactEmail;

    @Enumerated(EnumType.STRING)
    private Language language;

    private @Nullable Long accountId;
    private UUID visitorId;

    @Enumerated(EnumType.STRING)
    private BookingState state;

    private long totalVnd;
    private Instant paymentDeadline;
    private Instant heldUntil;
    private Instant placedAt;
    private @Nullable Instant partPaidAt;
    private @Nullable Instant moneyKeptSince;
    private @Nullable Instant confirmedAt;
    private @Nullable Instant expiredAt;
    private @Nullable Instant cancelledAt;
    private @Nullable Instant completedAt;

    @Version private int version;

    @OneToMany(mappedBy = "booking", cascade = CascadeType.PERSIST)
    private List<Passenger> passengers = new ArrayList<>();

    @OneToMany(mappedBy = "booking", cascade = CascadeType.PERSIST)
    private List<HistoryEntry> history = new ArrayList<>();

    /** For JPA. */
    protected Booking() {}

    private Booking(Hold hold, Trip trip, CheckoutDetails details, PaymentTime time, Instant now) {
        this.accessToken = OpaqueToken.random();
        this.holdId = hold.id().value();
        this.tripId = trip.id().value();
        this.fromSequence = hold.stretch().from();
        this.toSequence = hold.stretch().to();
        this.departsAt = trip.departsAt(fromSequence);
        this.arrivesAt = trip.arrivesAt(toSequence);
        this.contactName = details.contactName();
        this.contactPhone = details.contactPhone().e164();
        this.contactEmail = details.contactEmail();
        this.state = BookingState.AWAITING_PAYMENT;
        this.totalVnd = hold.total().dong();
        this.paymentDeadline = time.deadline();
        this.heldUntil = time.heldUntil();
        this.placedAt = now;
        for (var seat : hold.seats()) {
            passengers.add(new Passenger(this, seat, details.passengerOf(seat.label())));
        }
    }

    /** Begins a booking on the seats of a hold at the prices of when they were taken. */
    static Booking place(
            String code,
            Hold hold,
            Trip trip,
            CheckoutDetails details,
            Buyer buyer,
            PaymentTime time,
            Instant now) {
        var booking = new Booking(hold, trip, details, time, now);
        booking.code = code;
        booking.language = buyer.language();
        booking.visitorId = buyer.visitor().value();
        booking.accountId = buyer.account().map(AccountId::value).orElse(null);
        booking.write(HistoryEvent.PLACED, Actor.PASSENGER, null, now, Map.of());
        return booking;
    }

    BookingId id() {
        if (id == null) {
            throw new IllegalStateException("Booking " + code + " is not stored yet");
        }
        return new BookingId(id);
    }

    String code() {
        return code;
    }

    String accessToken() {
        return accessToken;
    }

    HoldId holdId() {
        return new HoldId(holdId);
    }

    TripId tripId() {
        return new TripId(tripId);
    }

    Stretch stretch() {
        return new Stretch(fromSequence, toSequence);
    }

    BookingState state() {
        return state;
    }

    Vnd total() {
        return new Vnd(totalVnd);
    }

    PaymentTime paymentTime() {
        return new PaymentTime(paymentDeadline, heldUntil);
    }

    Instant placedAt() {
        return placedAt;
    }

    boolean isPartPaid() {
        return partPaidAt != null;
    }

    Instant departsAt() {
        return departsAt;
    }

    /** True if money is kept for it that is not enough. */
    boolean keepsMoney() {
        return moneyKeptSince != null;
    }

    /** The passenger begins to pay once more. */
    void retryPayment(PaymentTime time, Instant now) {
        require(BookingState.AWAITING_PAYMENT, HistoryEvent.PAYMENT_RETRIED);
        lengthen(time);
        write(HistoryEvent.PAYMENT_RETRIED, Actor.PASSENGER, state, now, Map.of());
    }

    /** A part of the price was received; the rest can be paid until then. */
    void payInPart(Vnd received, PaymentTime time, Instant now) {
        require(BookingState.AWAITING_PAYMENT, HistoryEvent.PART_PAID);
        if (partPaidAt == null) {
            partPaidAt = now;
        }
        moneyKeptSince = null;
        lengthen(time);
        write(HistoryEvent.PART_PAID, Actor.BANK, state, now, amount(received));
    }

    /** All of the price was received and the seats are sold. */
    void confirm(Vnd received, Instant now) {
        var event =
                state == BookingState.EXPIRED
                        ? HistoryEvent.CONFIRMED_LATE
                        : HistoryEvent.CONFIRMED;
        become(BookingState.CONFIRMED, event, Actor.BANK, now, amount(received));
        confirmedAt = now;
        moneyKeptSince = null;
    }

    /**
     * All of the price was received and other seats are sold than those that were held.
     *
     * @param seats the new label for each old one, perhaps the same
     */
    void confirmOn(Map<String, String> seats, Vnd received, Instant now) {
        var moves = new SeatMoves(seats);
        passengers.forEach(passenger -> passenger.moveTo(moves.newLabelOf(passenger.seatLabel())));
        var detail = new HashMap<>(amount(received));
        detail.putAll(moves.detail());
        become(
                BookingState.CONFIRMED,
                HistoryEvent.CONFIRMED_ON_OTHER_SEATS,
                Actor.BANK,
                now,
                detail);
        confirmedAt = now;
        moneyKeptSince = null;
    }

    /** Money came that is not enough and is kept in case the rest comes. */
    void keepMoney(Vnd received, Instant now) {
        if (moneyKeptSince == null) {
            moneyKeptSince = now;
        }
        write(HistoryEvent.LATE_MONEY_KEPT, Actor.BANK, state, now, amount(received));
    }

    /** Money that pays for nothing here goes back, and with it what was kept; the state stays. */
    void returnMoney(HistoryEvent event, Actor actor, Vnd returned, Instant now) {
        moneyKeptSince = null;
        write(event, actor, state, now, amount(returned));
    }

    /** It is given up; what was received goes back. */
    void cancel(Actor actor, Map<String, String> detail, Instant now) {
        become(BookingState.CANCELLED, HistoryEvent.CANCELLED, actor, now, detail);
        cancelledAt = now;
        moneyKeptSince = null;
        passengers.forEach(Passenger::cancel);
    }

    /** The crew noted something about one passenger; the state of the booking stays. */
    void noteBoarding(HistoryEvent event, Map<String, String> detail, Instant now) {
        write(event, Actor.STAFF, state, now, detail);
    }

    private void become(
            BookingState next,
            HistoryEvent event,
            Actor actor,
            Instant now,
            Map<String, String> detail) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(
                    "Booking %s cannot become %s from %s".formatted(code, next, state));
        }
        var before = state;
        state = next;
        write(event, actor, before, now, detail);
    }

    private void require(BookingState needed, HistoryEvent event) {
        if (state != needed) {
            throw new IllegalStateException(
                    "Booking %s is %s: no %s".formatted(code, state, event));
        }
    }

    private void lengthen(PaymentTime time) {
        paymentDeadline = time.deadline();
        heldUntil = time.heldUntil();
    }

    private void write(
            HistoryEvent event,
            Actor actor,
            @Nullable BookingState before,
            Instant now,
            Map<String, String> detail) {
        history.add(new HistoryEntry(this, now, actor, event, before, state, detail));
    }

    private static Map<String, String> amount(Vnd received) {
        return Map.of("amountVnd", Long.toString(received.dong()));
    }
}
