package vn.busticket.bookings;

import java.util.Optional;
import vn.busticket.seats.Hold;

/**
 * Where a visitor stands at checkout.
 *
 * @param draft what was typed so far
 * @param placedCode the code of the booking, once it is placed
 */
public record CheckoutSession(Hold hold, CheckoutDraft draft, Optional<String> placedCode) {}
