package vn.busticket.notifications;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.BookingQueries;

/** Reads how things stand with the bookings that some messages are about: for all at once. */
@Component
class Backgrounds {

    private final RecipientRepository recipients;
    private final BookingQueries bookings;

    Backgrounds(RecipientRepository recipients, BookingQueries bookings) {
        this.recipients = recipients;
        this.bookings = bookings;
    }

    /** How things stand at this moment; messages about accounts have no booking to look at. */
    Map<BookingId, Background> of(List<Claimed> messages) {
        return ofBookings(
                messages.stream()
                        .flatMap(message -> Stream.ofNullable(message.booking()))
                        .distinct()
                        .toList());
    }

    private Map<BookingId, Background> ofBookings(List<BookingId> ids) {
        if (ids.isEmpty()) {
            return Collections.emptyMap();
        }
        var known = recipients.of(ids);
        var found = new HashMap<BookingId, Background>();
        for (var booking : bookings.byIds(ids)) {
            var recipient = known.get(booking.id());
            if (recipient != null) {
                found.put(booking.id(), new Background(recipient, booking));
            }
        }
        return found;
    }

    /**
     * The same for one booking.
     *
     * @throws IllegalStateException if there is no such booking
     */
    Background of(BookingId booking) {
        var background = ofBookings(List.of(booking)).get(booking);
        if (background == null) {
            throw new IllegalStateException("No booking " + booking.value());
        }
        return background;
    }
}
