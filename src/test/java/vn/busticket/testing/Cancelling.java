package vn.busticket.testing;

import vn.busticket.accounts.AccountId;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.Cancellation;
import vn.busticket.bookings.CancellationQuoteChanged;

/** Cancels whole bookings as people do who take the price that they are shown. */
public final class Cancelling {

    private Cancelling() {}

    /** The passenger does; whoever is shown another price meanwhile takes that one. */
    public static void whole(Cancellation cancellation, BookingId booking, String reason) {
        var shown = cancellation.quote(booking);
        try {
            cancellation.cancelByPassenger(booking, shown, reason);
        } catch (CancellationQuoteChanged changed) {
            cancellation.cancelByPassenger(booking, changed.now(), reason);
        }
    }

    /** Staff do, and all that was paid goes back. */
    public static void inFullByStaff(
            Cancellation cancellation, BookingId booking, AccountId staff, String reason) {
        var all = cancellation.quote(booking).passengers();
        cancellation.cancelInFullByStaff(
                booking, cancellation.quoteInFull(booking, all), staff, reason);
    }
}
