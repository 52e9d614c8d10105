package vn.busticket.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;

/** A calendar file (RFC 5545) for a journey: times in UTC, a reminder two hours before. */
public final class Ics {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS_PER_LINE = 75;

    private Ics() {}

    /**
     * The file's bytes. A later version of the same booking replaces the earlier entry.
     *
     * @param bookingCode identifies the entry, together with the website
     * @param seats labels of the seats
     * @param writtenAt when this version was written
     */
    public static byte[] of(
            String bookingCode,
            Journey journey,
            List<String> seats,
            Language language,
            Imprint imprint,
            Instant writtenAt) {
        var wording = Wording.of(language);
        var boarding = journey.boarding();
        var lines =
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//BusTicket//Tickets//" + language,
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:" + escape(bookingCode + "@" + imprint.website()),
                        "SEQUENCE:" + writtenAt.getEpochSecond(),
                        "DTSTAMP:" + UTC.format(writtenAt),
                        "DTSTART:" + UTC.format(boarding.at()),
                        "DTEND:" + UTC.format(journey.dropOff().at()),
                        "SUMMARY:"
                                + escape(
                                        wording.text(
                                                "document.calendar.summary",
                                                journey.from(),
                                                journey.to())),
                        "LOCATION:" + escape(boarding.name() + ", " + boarding.address()),
                        "DESCRIPTION:"
                                + escape(
                                        wording.text(
                                                "document.calendar.description",
                                                bookingCode,
                                                String.join(", ", seats),
                                                wording.time(journey.arriveBy()),
                                                journey.operatorName())),
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER:-PT2H",
                        "DESCRIPTION:"
                                + escape(
                                        wording.text(
                                                "document.calendar.summary",
                                                journey.from(),
                                                journey.to())),
                        "END:VALARM",
                        "END:VEVENT",
                        "END:VCALENDAR");
        var file = new StringBuilder();
        lines.forEach(line -> fold(line, file));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Breaks a line after at most 75 octets, never inside a character (RFC 5545 §3.1). */
    private static void fold(String line, StringBuilder file) {
        var octets = 0;
        for (var sign : line.codePoints().toArray()) {
            var text = Character.toString(sign);
            var length = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS_PER_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(text);
            octets += length;
        }
        file.append("\r\n");
    }
}
