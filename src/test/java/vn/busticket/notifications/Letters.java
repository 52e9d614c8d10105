package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.Samples;
import vn.busticket.tickets.TicketSigner;

/** The letters about the sample booking. */
final class Letters {

    static final String BOOKING_URL = "https://busticket.example/bookings/K7M2XQ4P?key=a&b=c";

    private Letters() {}

    static Letter.Confirmation confirmation(Language language, String... names) {
        var signer = new TicketSigner(Samples.SEED, null);
        var seats =
                IntStream.range(0, names.length)
                        .mapToObj(index -> {
                            var seat = "A0" + (5 + index);
                            return new Letter.TicketSeat(
                                    seat,
                                    names[index],
                                    new Vnd(320_000),
                                    signer.sign(Samples.facts(index, seat)));
                        })
                        .toList();
        return new Letter.Confirmation(
                language,
                Samples.BOOKING_CODE,
                names[0],
                Samples.journey(),
                seats,
                BOOKING_URL,
                List.of("ve-K7M2XQ4P.pdf", "lich-K7M2XQ4P.ics"));
    }

    static Letter.Receipt receipt(Language language) {
        return new Letter.Receipt(Samples.receipt(language), BOOKING_URL);
    }

    static Letter.Expiry expiry(Language language) {
        return new Letter.Expiry(
                language,
                Samples.BOOKING_CODE,
                Samples.journey(null),
                List.of("A05", "A06"),
                Instant.parse("2026-11-25T13:24:00Z"),
                "https://busticket.example/trips");
    }

    static List<Letter> all(Language language) {
        return List.of(
                confirmation(language, "Nguyễn Thị Thu Hà", "Trần Minh Khôi"),
                receipt(language),
                expiry(language));
    }
}
