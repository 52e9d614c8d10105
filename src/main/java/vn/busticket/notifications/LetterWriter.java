package vn.busticket.notifications;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Templates;
import vn.busticket.notifications.Letter.TicketSeat;
import vn.busticket.notifications.Letter.Tickets;
import vn.busticket.notifications.WrittenLetter.Picture;
import vn.busticket.tickets.QrCode;

/** Writes letters: subject, HTML and plain text from the templates, codes as pictures. */
final class LetterWriter {

    /** Pixels of a module: shown at 132 CSS pixels, a code of 57 modules stays sharp on phones. */
    private static final int PIXELS_PER_MODULE = 5;

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final Templates templates;
    private final Imprint imprint;

    LetterWriter(Templates templates, Imprint imprint) {
        this.templates = templates;
        this.imprint = imprint;
    }

    WrittenLetter write(Letter letter) {
        var values = new HashMap<String, Object>(Map.of("letter", letter, "imprint", imprint));
        var subject = oneLine(fill(letter, ".subject.ftl", values));
        values.put("subject", subject);
        return new WrittenLetter(
                subject,
                fill(letter, ".ftlh", values),
                fill(letter, ".text.ftl", values),
                pictures(letter));
    }

    private String fill(Letter letter, String form, Map<String, Object> values) {
        return templates.fill("email/" + letter.kind() + form, letter.language(), values).strip();
    }

    private static List<Picture> pictures(Letter letter) {
        return switch (letter) {
            case TripLetter.Confirmation(_, Tickets tickets, _) -> pictures(tickets);
            case TripLetter.Change change -> pictures(change.tickets());
            case TripLetter.Reminder(_, Tickets tickets, _) -> pictures(tickets);
            case TripLetter.TripMoved moved -> pictures(moved.tickets());
            case TripLetter.TripCancelled _,
                    TripLetter.Expiry _,
                    TripLetter.Cancellation _,
                    MoneyLetter _,
                    Letter.AccountMessage _,
                    Letter.Report _ ->
                    List.of();
        };
    }

    private static List<Picture> pictures(Tickets tickets) {
        return tickets.showsCodes()
                ? IntStream.range(0, tickets.seats().size())
                        .mapToObj(index -> picture(index, tickets.seats().get(index)))
                        .toList()
                : List.of();
    }

    private static Picture picture(int index, TicketSeat seat) {
        return new Picture("ticket-" + index, QrCode.of(seat.qrText()).png(PIXELS_PER_MODULE));
    }

    /** A header is one line. */
    private static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }
}
