package vn.busticket.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.notifications.OutgoingMail.Attachment;
import vn.busticket.tickets.FileNames;
import vn.busticket.tickets.TicketFiles;

/** Makes the e-mail of a queued message from how its booking stands now. */
@Component
class Mails {

    private final BookingQueries bookings;
    private final BookingLetters letters;
    private final LetterWriter writer;
    private final TicketFiles files;

    Mails(BookingQueries bookings, BookingLetters letters, LetterWriter writer, TicketFiles files) {
        this.bookings = bookings;
        this.letters = letters;
        this.writer = writer;
        this.files = files;
    }

    /** The message; empty if what it would tell is no longer true. */
    Optional<Outgoing> write(Claimed message) {
        var id = Objects.requireNonNull(message.booking());
        var booking =
                bookings.byId(id)
                        .orElseThrow(() -> new IllegalStateException("No booking " + id.value()));
        return letters.of(message, booking).<Outgoing>map(letter -> mail(message, booking, letter));
    }

    private OutgoingMail mail(Claimed message, BookingDetails booking, Letter letter) {
        return new OutgoingMail(
                MessageIdentity.of(message),
                booking.contact().name(),
                booking.contact().email(),
                writer.write(letter),
                attachments(booking, letter));
    }

    private List<Attachment> attachments(BookingDetails booking, Letter letter) {
        return switch (letter) {
            case Letter.Confirmation _ -> ticketFiles(booking);
            case Letter.Receipt(var receipt, _) ->
                    List.of(
                            new Attachment(
                                    FileNames.receipt(booking),
                                    "application/pdf",
                                    files.receiptPdf(receipt)));
            case Letter.Expiry _, Letter.Cancellation _, Letter.PaymentProblem _, Letter.Refund _ ->
                    List.of();
        };
    }

    private List<Attachment> ticketFiles(BookingDetails booking) {
        var attachments = new ArrayList<Attachment>();
        files.pdf(booking)
                .map(pdf -> new Attachment(FileNames.ticket(booking), "application/pdf", pdf))
                .ifPresent(attachments::add);
        files.calendar(booking)
                .map(entry ->
                        new Attachment(
                                FileNames.calendar(booking), "text/calendar; charset=utf-8", entry))
                .ifPresent(attachments::add);
        return attachments;
    }
}
