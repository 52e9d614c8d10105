package vn.busticket.bookings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.busticket.accounts.AccountId;
import vn.busticket.payments.PayableId;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.Language;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.trips.Trip;
import vn.busticket.trips.TripStop;

/**
 * A booking as screens, tickets and messages show it.
 *
 * @param accessToken for the link that opens it
 * @param account of whoever booked; empty for a guest
 * @param plate the number plate of the coach, once one is assigned
 * @param departsAt from the boarding stop
 * @param arrivesAt at the drop-off stop
 * @param total what is due for it: the seats of those who travel, and the fees
 * @param fees what was earned by changing or cancelling parts of it
 * @param policy what it was bought under
 * @param paymentDeadline until when it can be paid
 * @param heldUntil until when the seats of an unpaid one are kept
 * @param passengers by seat
 */
public record BookingDetails(
        BookingId id,
        String code,
        String accessToken,
        BookingState state,
        HoldId holdId,
        Trip trip,
        Optional<String> plate,
        Stretch stretch,
        Instant departsAt,
        Instant arrivesAt,
        BookingContact contact,
        Language language,
        Optional<AccountId> account,
        Vnd total,
        Vnd fees,
        TicketPolicy policy,
        Instant paymentDeadline,
        Instant heldUntil,
        Instant placedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> expiredAt,
        List<PassengerDetails> passengers) {

    public BookingDetails {
        passengers = List.copyOf(passengers);
    }

    /** Where the passengers get on. */
    public TripStop boardingStop() {
        return trip.stopAt(stretch.from());
    }

    /** Where the passengers get off. */
    public TripStop dropOffStop() {
        return trip.stopAt(stretch.to());
    }

    /** What it is called where money is concerned. */
    public PayableId payable() {
        return new PayableId(id.value());
    }

    /** Who still travels, by seat; all who were to, if nobody does any more. */
    public List<PassengerDetails> travellers() {
        var expected =
                passengers.stream().filter(one -> one.state() != PassengerState.CANCELLED).toList();
        return expected.isEmpty() ? passengers : expected;
    }

    /** What all seats cost, also of those who do not travel any more. */
    public Vnd ordered() {
        return Vnd.sum(passengers.stream().map(PassengerDetails::price).toList());
    }

    /** The seats of the travellers in the order of their labels. */
    public List<String> seatLabels() {
        return travellers().stream().map(PassengerDetails::seatLabel).toList();
    }

    /** True while it waits for money and its time to pay is not over. */
    public boolean isPayable(Instant now) {
        return state == BookingState.AWAITING_PAYMENT && paymentDeadline.isAfter(now);
    }

    /** True if it was ever paid in full, so that it has tickets and a receipt. */
    public boolean isPaid() {
        return confirmedAt.isPresent();
    }
}
