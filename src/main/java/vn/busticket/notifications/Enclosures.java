package vn.busticket.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.notifications.Letter.Enclosed;
import vn.busticket.notifications.OutgoingMail.Attachment;
import vn.busticket.tickets.FileNames;
import vn.busticket.tickets.ReceiptDocument;
import vn.busticket.tickets.TicketFiles;

/**
 * Makes the files that go along with letters. A letter never waits for its files: what cannot be
 * made, or would make the e-mail too large for some mailboxes, is left out, and the letter says
 * where it is found.
 */
@Component
class Enclosures {

    /** A third more in base64; many company mailboxes end at 10 MB. */
    private static final int MOST_BYTES = 5_000_000;

    private static final String PDF = "application/pdf";
    private static final String CALENDAR = "text/calendar; charset=utf-8";
    private static final Logger log = LoggerFactory.getLogger(Enclosures.class);

    private final TicketFiles files;
    private final int mostBytes;

    @Autowired
    Enclosures(TicketFiles files) {
        this(files, MOST_BYTES);
    }

    /**
     * @param mostBytes how large all files of a letter may be together
     */
    Enclosures(TicketFiles files, int mostBytes) {
        this.files = files;
        this.mostBytes = mostBytes;
    }

    /** The tickets and the calendar entry of a booking. */
    Enclosed tickets(BookingDetails booking) {
        return together(
                List.of(
                        new Wanted(FileNames.ticket(booking), PDF, () -> files.pdf(booking)),
                        new Wanted(
                                FileNames.calendar(booking),
                                CALENDAR,
                                () -> files.calendar(booking))));
    }

    /** The receipt. */
    Enclosed receipt(BookingDetails booking, ReceiptDocument receipt) {
        return together(
                List.of(
                        new Wanted(
                                FileNames.receipt(booking),
                                PDF,
                                () -> Optional.of(files.receiptPdf(receipt)))));
    }

    /** As many of the files as can be made and fit, in their order. */
    Enclosed together(List<Wanted> wanted) {
        var enclosed = new ArrayList<Attachment>();
        var room = mostBytes;
        for (var one : wanted) {
            var content = made(one);
            if (content.isPresent() && content.get().length <= room) {
                enclosed.add(new Attachment(one.name(), one.mediaType(), content.get()));
                room -= content.get().length;
            }
        }
        return new Enclosed(enclosed, enclosed.size() == wanted.size());
    }

    private static Optional<byte[]> made(Wanted wanted) {
        try {
            return wanted.content().get();
        } catch (RuntimeException unmade) {
            log.error("file of a letter not made type={}", wanted.mediaType(), unmade);
            return Optional.empty();
        }
    }

    /** A file that should go along. */
    record Wanted(String name, String mediaType, Supplier<Optional<byte[]>> content) {}
}
