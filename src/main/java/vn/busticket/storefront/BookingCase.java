package vn.busticket.storefront;

import java.util.List;
import java.util.Optional;
import vn.busticket.bookings.BookingChange;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.MoneyLine;
import vn.busticket.payments.RefundView;

/**
 * A booking and what became of its money, as it stood when it was read.
 *
 * @param money what was not simply the price in time, the last first
 * @param refunds what goes back, the newest first
 * @param change the change that waits for its money
 */
record BookingCase(
        BookingDetails booking,
        List<MoneyLine> money,
        List<RefundView> refunds,
        Optional<BookingChange> change) {}
