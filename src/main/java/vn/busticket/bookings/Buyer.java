package vn.busticket.bookings;

import java.util.Optional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.Language;

/**
 * Who places a booking.
 *
 * @param account empty for a guest
 * @param language of the messages about it
 */
public record Buyer(VisitorId visitor, Optional<AccountId> account, Language language) {}
