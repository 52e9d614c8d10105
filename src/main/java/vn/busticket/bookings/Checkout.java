package vn.busticket.bookings;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.VisitorId;
import vn.busticket.seats.Hold;
import vn.busticket.seats.SeatQueries;
import vn.busticket.seats.SeatService;

/**
 * From a hold to a booking: keeps what is typed, so that a reload, another tab or another node goes
 * on with it, and places the booking.
 */
@Service
public class Checkout {

    private final SeatService seats;
    private final SeatQueries seatQueries;
    private final DraftRepository drafts;
    private final GrantRepository grants;
    private final BookingPlacement placement;
    private final Clock clock;

    Checkout(
            SeatService seats,
            SeatQueries seatQueries,
            DraftRepository drafts,
            GrantRepository grants,
            BookingPlacement placement,
            Clock clock) {
        this.seats = seats;
        this.seatQueries = seatQueries;
        this.drafts = drafts;
        this.grants = grants;
        this.placement = placement;
        this.clock = clock;
    }

    /** Where the visitor stands; empty if the hold does not exist or belongs to somebody else. */
    @Transactional(readOnly = true)
    public Optional<CheckoutSession> open(String holdToken, VisitorId visitor) {
        return seatQueries
                .findByToken(holdToken)
                .filter(hold -> hold.visitorId().equals(visitor.value()))
                .map(this::session);
    }

    /**
     * Keeps what was typed, unchecked; nothing once the booking is placed. May be repeated.
     *
     * @throws HoldOfSomebodyElse if the hold does not exist or belongs to another visitor
     */
    @Transactional
    public void saveDraft(String holdToken, VisitorId visitor, CheckoutDraft draft) {
        var hold = seatQueries.findByToken(holdToken).orElseThrow(HoldOfSomebodyElse::new);
        refuseOthers(hold, visitor);
        if (!hold.placed()) {
            drafts.save(hold.id(), visitor, draft, clock.instant());
        }
    }

    /**
     * Places the booking on a hold and starts the time to pay, or finds the one that was placed on
     * it before: the same hold never makes two. Tells {@link BookingPlaced} the first time.
     *
     * @throws HoldOfSomebodyElse if the hold does not exist or belongs to another visitor
     * @throws vn.busticket.seats.HoldExpired its time is over and the seats are gone
     * @throws vn.busticket.seats.TripNotOnSale the trip cannot be bought any more
     */
    @Transactional
    public PlacedBooking place(String holdToken, CheckoutDetails details, Buyer buyer) {
        var hold = seats.claim(holdToken).orElseThrow(HoldOfSomebodyElse::new);
        refuseOthers(hold, buyer.visitor());
        var booking = placement.place(hold, details, buyer);
        grants.grant(buyer.visitor(), booking.id(), clock.instant());
        drafts.delete(hold.id());
        return new PlacedBooking(
                booking.id(),
                booking.code(),
                booking.accessToken(),
                booking.total(),
                booking.paymentTime().deadline());
    }

    private CheckoutSession session(Hold hold) {
        return new CheckoutSession(
                hold,
                drafts.find(hold.id()).orElse(CheckoutDraft.EMPTY),
                placement.placedOn(hold.id()).map(Booking::code));
    }

    private static void refuseOthers(Hold hold, VisitorId visitor) {
        if (!hold.visitorId().equals(visitor.value())) {
            throw new HoldOfSomebodyElse();
        }
    }
}
