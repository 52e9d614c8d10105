package vn.busticket.storefront;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.Buyer;
import vn.busticket.bookings.Checkout;
import vn.busticket.bookings.CheckoutDetails;
import vn.busticket.bookings.CheckoutDraft;
import vn.busticket.bookings.CheckoutSession;
import vn.busticket.bookings.PaymentStart;
import vn.busticket.seats.Hold;
import vn.busticket.seats.SeatQueries;
import vn.busticket.seats.SeatService;
import vn.busticket.trips.Trip;
import vn.busticket.trips.Trips;

/** All that the checkout screen asks of the rooms below. */
@Component
class CheckoutDesk {

    private final Checkout checkout;
    private final PaymentStart payments;
    private final BookingQueries bookings;
    private final SeatService seats;
    private final SeatQueries seatQueries;
    private final Trips trips;

    CheckoutDesk(
            Checkout checkout,
            PaymentStart payments,
            BookingQueries bookings,
            SeatService seats,
            SeatQueries seatQueries,
            Trips trips) {
        this.checkout = checkout;
        this.payments = payments;
        this.bookings = bookings;
        this.seats = seats;
        this.seatQueries = seatQueries;
        this.trips = trips;
    }

    /** Where the visitor stands; empty for a hold that does not exist or is somebody else's. */
    Optional<CheckoutSession> open(String holdToken, VisitorId visitor) {
        return checkout.open(holdToken, visitor);
    }

    /** The hold that a URL names, whoever has it: only its trip may be shown to others. */
    Optional<Hold> hold(String holdToken) {
        return seatQueries.findByToken(holdToken);
    }

    Trip trip(Hold hold) {
        return trips.find(hold.tripId()).orElseThrow();
    }

    void save(Hold hold, VisitorId visitor, CheckoutDraft draft) {
        checkout.saveDraft(hold.token(), visitor, draft);
    }

    void renew(Hold hold, VisitorId visitor) {
        seats.renew(hold.id(), visitor.value());
    }

    /** The booking that was placed on a hold. */
    Optional<BookingDetails> placedOn(Hold hold) {
        return bookings.byHold(hold.id());
    }

    /**
     * Places the booking and opens a way to pay for it. Asks the gateway, so it may take seconds;
     * may be repeated.
     *
     * @return the token of the attempt to pay
     */
    String placeAndPay(Hold hold, CheckoutDetails details, Buyer buyer, String addressKey) {
        var placed = checkout.place(hold.token(), details, buyer);
        return payments.payFor(placed.id(), buyer.visitor(), addressKey);
    }

    /**
     * Opens a way to pay for a booking that was placed before. Asks the gateway, so it may take
     * seconds; may be repeated.
     *
     * @return the token of the attempt to pay
     */
    String pay(BookingDetails booking, VisitorId visitor, String addressKey) {
        return payments.payFor(booking.id(), visitor, addressKey);
    }
}
