package vn.busticket.notifications;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.busticket.notifications.Letter.Enclosed;
import vn.busticket.notifications.Letter.TicketSeat;
import vn.busticket.notifications.Letter.Tickets;
import vn.busticket.notifications.Letter.Traveller;
import vn.busticket.notifications.OutgoingMail.Attachment;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.Samples;
import vn.busticket.tickets.TicketSigner;

/** The letters about sample bookings. */
final class Letters {

    static final String BOOKING_URL = "https://busticket.example/bookings/K7M2XQ4P?key=a&b=c";

    /** What somebody might type who means harm. */
    static final List<String> TYPED =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "' onmouseover='alert(1)",
                    "${7*7}",
                    "<#assign x = 1>${x}",
                    "#{7*7}",
                    "[=7*7]",
                    "{0} '{1}'",
                    "Hà\r\nBcc: everybody@example.com\r\n\r\n<b>x</b>",
                    "Hà\u2028Mật khẩu của bạn là 123\u0000\u0007\u001b[31m",
                    "\u202egnp.exe\u2066abc\u200f",
                    "\ue000\ue001",
                    "--></style></head>&lt;b&gt;",
                    "=?utf-8?q?Bcc:_x@example.com?=");

    /** The components of records that hold what people type, and what staff put into catalogues. */
    private static final Set<String> FROM_PEOPLE =
            Set.of(
                    "contactName",
                    "name",
                    "passengerName",
                    "payerName",
                    "whose",
                    "before",
                    "after",
                    "operatorName",
                    "busType",
                    "address",
                    "from",
                    "to");

    private static final SampleLetters SAMPLES = new SampleLetters(Samples.IMPRINT);

    private Letters() {}

    static Letter of(LetterSample sample, SampleData data, Language language) {
        return SAMPLES.of(sample, data, language);
    }

    static Stream<Letter> all(SampleData data, Language language) {
        return Arrays.stream(LetterSample.values()).map(sample -> of(sample, data, language));
    }

    /** A confirmation for passengers of those names. */
    static TripLetter.Confirmation confirmation(Language language, String... names) {
        var signer = new TicketSigner(Samples.SEED, null);
        var seats =
                IntStream.range(0, names.length)
                        .mapToObj(index -> {
                            var seat = "A%02d".formatted(5 + index);
                            return new TicketSeat(
                                    seat,
                                    names[index],
                                    new Vnd(320_000),
                                    signer.sign(Samples.facts(index, seat)));
                        })
                        .toList();
        var trip =
                new Letter.BookedTrip(
                        language,
                        Samples.BOOKING_CODE,
                        names[0],
                        Samples.journey(),
                        seats.stream()
                                .map(seat -> new Traveller(seat.seat(), seat.passengerName()))
                                .toList(),
                        List.of(),
                        BOOKING_URL);
        var files =
                Stream.of("ve-K7M2XQ4P.pdf", "lich-K7M2XQ4P.ics")
                        .map(name -> new Attachment(name, "application/pdf", new byte[0]))
                        .toList();
        return new TripLetter.Confirmation(trip, new Tickets(seats), new Enclosed(files, true));
    }

    static TripLetter.Cancellation cancellation(Language language, long paid, long refunded) {
        var sample =
                (TripLetter.Cancellation) of(LetterSample.CANCELLATION, SampleData.USUAL, language);
        return new TripLetter.Cancellation(
                sample.trip(),
                new Vnd(paid),
                new Vnd(refunded),
                false,
                true,
                sample.at(),
                List.of());
    }

    /** The same letter with that text wherever one of people's may stand. */
    static Letter typed(Letter letter, String typed) {
        return (Letter) rebuilt(letter, text -> typed);
    }

    private static Object rebuilt(Object value, UnaryOperator<String> change) {
        return switch (value) {
            case List<?> several -> several.stream().map(one -> rebuilt(one, change)).toList();
            case Attachment file -> file;
            case Record whole -> rebuilt(whole, change);
            default -> value;
        };
    }

    private static Record rebuilt(Record whole, UnaryOperator<String> change) {
        try {
            var components = whole.getClass().getRecordComponents();
            var types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            var values = new @Nullable Object[components.length];
            for (var index = 0; index < values.length; index++) {
                values[index] = rebuilt(whole, components[index], change);
            }
            var constructor = whole.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException unbuildable) {
            throw new IllegalStateException(unbuildable);
        }
    }

    private static @Nullable Object rebuilt(
            Record whole, RecordComponent component, UnaryOperator<String> change)
            throws ReflectiveOperationException {
        component.getAccessor().setAccessible(true);
        var value = component.getAccessor().invoke(whole);
        if (value instanceof String text && FROM_PEOPLE.contains(component.getName())) {
            return change.apply(text);
        }
        return value == null ? null : rebuilt(value, change);
    }
}
