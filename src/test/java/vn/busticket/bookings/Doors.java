package vn.busticket.bookings;

import java.time.Clock;
import java.util.function.Consumer;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.PaymentService;
import vn.busticket.sandbox.PayosSandbox;
import vn.busticket.seats.SeatService;

/**
 * The doors of the product and of the gateway through which everything happens.
 *
 * @param webhook delivers a body to the product's address
 * @param failure lets the next decision about the money of a booking fail
 */
record Doors(
        SeatService seats,
        Checkout checkout,
        PaymentStart paymentStart,
        Cancellation cancellation,
        PaymentService payments,
        PaymentQueries attempts,
        PayosSandbox gateway,
        Consumer<byte[]> webhook,
        Consumer<BookingId> failure,
        Clock clock) {}
