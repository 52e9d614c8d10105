package vn.busticket.bookings;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.Hold;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.Trip;

/**
 * One purchase and how it stands. Its state changes only through its methods, each of which checks
 * the transition and writes one line of history.
 */
@Entity
@Table(name = "booking")
@SuppressWarnings({"unused", "NullAway.Init"})
class Booking extends BookingStanding {

    @OneToMany(mappedBy = "booking", cascade = CascadeType.PERSIST)
    private List<Passenger> passengers = new ArrayList<>();

    @OneToMany(mappedBy = "booking", cascade = CascadeType.PERSIST)
    private List<HistoryEntry> history = new ArrayList<>();

    /** For JPA. */
    protected Booking() {}

    private Booking(Hold hold, Trip trip, CheckoutDetails details, PaymentTime time, Instant now) {
        this.accessToken = OpaqueToken.random();
        this.holdId = hold.id().value();
        travelBy(trip, hold.stretch());
        tell(details.contact());
        this.state = BookingState.AWAITING_PAYMENT;
        this.totalVnd = hold.total().dong();
        this.policy = KeptPolicy.of(trip.policyFor(hold.stretch(), hold.seatClasses()));
        lengthen(time);
        this.placedAt = now;
        for (var seat : hold.seats()) {
            passengers.add(new Passenger(this, seat, details.passengerOf(seat.label())));
        }
    }

    private Booking(Booking origin, ChangePlan plan, Trip trip, HoldId seats) {
        this.accessToken = OpaqueToken.random();
        this.holdId = seats.value();
        isBoughtWith(origin);
        travelBy(trip, plan.stretch());
        tell(plan.contactAfter());
        this.totalVnd = plan.totalOfParty().dong();
        this.feesVnd = plan.fee().dong();
        standLike(origin);
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
        write(HistoryEvent.PART_PAID, Actor.BANK, state, now, HistoryDetail.of(received));
    }

    /** All of the price was received and the seats are sold. */
    void confirm(Vnd received, Instant now) {
        var event =
                state == BookingState.EXPIRED
                        ? HistoryEvent.CONFIRMED_LATE
                        : HistoryEvent.CONFIRMED;
        become(BookingState.CONFIRMED, event, Actor.BANK, now, HistoryDetail.of(received));
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
        var detail = HistoryDetail.of(received, moves);
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
        write(HistoryEvent.LATE_MONEY_KEPT, Actor.BANK, state, now, HistoryDetail.of(received));
    }

    /** Money that pays for nothing here goes back, and with it what was kept; the state stays. */
    void returnMoney(HistoryEvent event, Actor actor, Vnd returned, Instant now) {
        moneyKeptSince = null;
        write(event, actor, state, now, HistoryDetail.of(returned));
    }

    /** Who still travels, by seat. */
    List<Passenger> travellers() {
        return passengers.stream()
                .filter(passenger -> !passenger.isCancelled())
                .sorted(Comparator.comparing(Passenger::seatLabel))
                .toList();
    }

    /** It becomes what the plan says, on that trip. */
    void change(ChangePlan plan, Trip trip, Map<String, String> detail, Instant now) {
        require(BookingState.CONFIRMED, HistoryEvent.CHANGED);
        travelBy(trip, plan.stretch());
        tell(plan.contactAfter());
        totalVnd = plan.totalAfter().dong();
        feesVnd += plan.fee().dong();
        moneyKeptSince = null;
        changePeople(plan);
        write(HistoryEvent.CHANGED, Actor.PASSENGER, state, now, detail);
    }

    /**
     * Those who go by another trip than the rest become a booking of their own, paid already.
     *
     * @param seats what is sold to them on that trip
     * @param told what the history of their booking tells, besides where they come from
     */
    Booking splitOff(
            String partyCode,
            HoldId seats,
            ChangePlan plan,
            Trip trip,
            Map<String, String> told,
            Instant now) {
        require(BookingState.CONFIRMED, HistoryEvent.CHANGED);
        var party = new Booking(this, plan, trip, seats);
        party.code = partyCode;
        changePeople(plan);
        var ids = plan.idsOfGoing();
        var going = passengers.stream().filter(one -> ids.contains(one.id())).toList();
        passengers.removeAll(going);
        party.passengers.addAll(going);
        going.forEach(one -> one.goWith(party));
        tell(plan.contactAfter());
        totalVnd -= plan.priceBefore().dong();
        moneyKeptSince = null;
        var from = HistoryDetail.with(told, "fromBooking", code);
        party.write(HistoryEvent.SPLIT_OFF, Actor.PASSENGER, null, now, from);
        var to = HistoryDetail.with(plan.detailOfStaying(), "toBooking", partyCode);
        write(HistoryEvent.CHANGED, Actor.PASSENGER, state, now, to);
        return party;
    }

    private void changePeople(ChangePlan plan) {
        plan.passengers()
                .forEach(change ->
                        passengers.stream()
                                .filter(passenger -> passenger.id() == change.passenger())
                                .forEach(passenger -> passenger.change(change)));
    }

    /** Its operator lets it go by another trip, on those seats for its old ones. */
    void carryOn(
            Trip trip,
            Stretch stretch,
            Map<String, HeldSeat> seats,
            Map<String, String> told,
            Instant now) {
        require(BookingState.CONFIRMED, HistoryEvent.MOVED_TO_OTHER_TRIP);
        travelBy(trip, stretch);
        var people = travellers();
        people.forEach(one -> one.sitOn(seats.getOrDefault(one.seatLabel(), one.seat())));
        totalVnd = feesVnd + Vnd.sum(people.stream().map(Passenger::price).toList()).dong();
        write(HistoryEvent.MOVED_TO_OTHER_TRIP, Actor.OPERATOR, state, now, told);
    }

    /** A part of what a change costs was received and is kept until the rest comes. */
    void keepForChange(Vnd received, Instant now) {
        if (moneyKeptSince == null) {
            moneyKeptSince = now;
        }
        note(HistoryEvent.CHANGE_PART_PAID, Actor.BANK, HistoryDetail.of(received), now);
    }

    /** Something happened that leaves the booking as it is. */
    void note(HistoryEvent event, Actor actor, Map<String, String> detail, Instant now) {
        write(event, actor, state, now, detail);
    }

    /** It is given up; what is not kept goes back. */
    void cancel(CancellationQuote price, Actor actor, Map<String, String> detail, Instant now) {
        become(
                BookingState.CANCELLED,
                HistoryEvent.CANCELLED,
                actor,
                now,
                HistoryDetail.of(price, Map.of(), detail));
        cancelledAt = now;
        moneyKeptSince = null;
        feesVnd += price.fee().dong();
        passengers.forEach(Passenger::cancel);
    }

    /** Some do not travel any more; what is not kept of their prices goes back. */
    void cancelPart(CancellationQuote price, Actor actor, Map<String, String> detail, Instant now) {
        require(BookingState.CONFIRMED, HistoryEvent.PARTLY_CANCELLED);
        if (price.isWhole()) {
            throw new IllegalArgumentException("Nobody of booking " + code + " is left");
        }
        var leaving = price.passengers();
        passengers.stream().filter(one -> leaving.contains(one.id())).forEach(Passenger::cancel);
        feesVnd += price.fee().dong();
        totalVnd -= price.refund().dong();
        var seats = Map.of("seats", String.join(", ", price.seats()));
        write(
                HistoryEvent.PARTLY_CANCELLED,
                actor,
                state,
                now,
                HistoryDetail.of(price, seats, detail));
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

    private void write(
            HistoryEvent event,
            Actor actor,
            @Nullable BookingState before,
            Instant now,
            Map<String, String> detail) {
        history.add(new HistoryEntry(this, now, actor, event, before, state, detail));
    }
}
