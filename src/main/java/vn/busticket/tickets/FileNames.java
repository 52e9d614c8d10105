package vn.busticket.tickets;

import vn.busticket.bookings.BookingDetails;
import vn.busticket.documents.Wording;

/** What the files of a booking are called, in its language. */
public final class FileNames {

    private FileNames() {}

    /** The e-tickets: {@code ve-K7M2XQ4P.pdf}. */
    public static String ticket(BookingDetails booking) {
        return name(booking, "document.file.ticket");
    }

    /** The receipt: {@code bien-nhan-K7M2XQ4P.pdf}. */
    public static String receipt(BookingDetails booking) {
        return name(booking, "document.file.receipt");
    }

    /** The calendar entry: {@code lich-K7M2XQ4P.ics}. */
    public static String calendar(BookingDetails booking) {
        return name(booking, "document.file.calendar");
    }

    private static String name(BookingDetails booking, String key) {
        return Wording.of(booking.language()).text(key, booking.code());
    }
}
