package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.bookings.LossCause;
import vn.busticket.documents.Imprint;
import vn.busticket.notifications.Letter.BookedTrip;
import vn.busticket.notifications.Letter.Tickets;
import vn.busticket.notifications.Letter.Traveller;
import vn.busticket.shared.Language;
import vn.busticket.tickets.Journey;
import vn.busticket.tickets.JourneyStop;
import vn.busticket.tickets.Samples;

@Tag("P6.1")
class SmsWriterTest {

    /** What ASCII and the GSM 7-bit default alphabet share, so that each counts once. */
    private static final String BOTH_ALPHABETS = "[A-Za-z0-9 @$_!\"#%&'()*+,\\-./:;<=>?]*";

    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUv_-";

    private final SmsWriter writer = new SmsWriter();

    @Test
    void theShortTextHasAllThatIsNeededToTravel() {
        var letter = Letters.of(LetterSample.CONFIRMATION, SampleData.USUAL, Language.VI);

        assertThat(writer.write(letter))
                .contains(
                        "BusTicket K7M2XQ4P: Sai Gon-Da Lat T6 27/11 22:30, BX Mien Dong moi, co mat 22:00."
                                + " Ghe A05,A06. Ve https://busticket.example/b/sample-sample-sample-sam");
    }

    @Test
    void receiptsAccountsAndReportsAreToldByEmailOnly() {
        for (var sample : LetterSample.values()) {
            var letter = Letters.of(sample, SampleData.USUAL, Language.VI);
            var isMailOnly =
                    letter instanceof MoneyLetter.Receipt
                            || letter instanceof Letter.AccountMessage
                            || letter instanceof Letter.Report;
            assertThat(writer.write(letter).isEmpty()).as(sample.name()).isEqualTo(isMailOnly);
        }
    }

    @Test
    void longNamesGiveWayButNeverTheCodeTheTimeOrTheLink() {
        var base = "https://www." + "a".repeat(13) + ".vn";
        var link = base + "/b/" + TOKEN;
        for (var language : Language.values()) {
            for (var name : names()) {
                for (var seats : List.of(1, 2, 6, 40)) {
                    var trip = trip(language, name, seats, link);
                    for (var letter : about(trip)) {
                        var text = writer.write(letter).orElseThrow();
                        isOnePart(letter, text);
                        assertThat(text)
                                .as("%s %s", letter.kind(), name)
                                .startsWith("BusTicket K7M2XQ4P")
                                .contains("27/11 22:30")
                                .endsWith(" " + link);
                    }
                }
            }
        }
    }

    @Test
    void everySampleFitsWithTheLongestLinkThatIsSent() {
        var address = URI.create("https://" + "a".repeat(17) + ".vn");
        var samples = new SampleLetters(new Imprint(address, null));
        for (var language : Language.values()) {
            for (var data : SampleData.values()) {
                for (var sample : LetterSample.values()) {
                    writer.write(samples.of(sample, data, language))
                            .ifPresent(text -> {
                                isOnePart(sample, text);
                                assertThat(text)
                                        .as(sample.name())
                                        .contains("K7M2XQ4P", address.toString());
                            });
                }
            }
        }
    }

    @Test
    void anInstallationWithAnEndlessAddressSendsNoLink() {
        var trip = trip(Language.VI, "Sài Gòn", 2, "https://" + "a".repeat(80) + ".vn/b/" + TOKEN);
        var letter = new TripLetter.Reminder(trip, new Tickets(List.of()), null);

        var text = writer.write(letter).orElseThrow();

        isOnePart("reminder", text);
        assertThat(text).contains("K7M2XQ4P", "T6 27/11 22:30").doesNotContain("http");
        assertThat(text).endsWith("Ghe A01,A02.");
    }

    @Test
    void namesAreCutBetweenWordsAndSeatsAreCounted() {
        assertThat(new SmsPart.Name("Bến xe Miền Đông mới").cut(15)).isEqualTo("Ben xe Mien.");
        assertThat(new SmsPart.Name("Bến xe Miền Đông mới").cut(17)).isEqualTo("Ben xe Mien Dong.");
        assertThat(new SmsPart.Name("Llanfairpwllgwyngyll").cut(10)).isEqualTo("Llanfairp.");
        var seats = new SmsPart.Seats(List.of("A01", "A02", "A03", "A04"));
        assertThat(seats.cut(15)).isEqualTo("A01,A02,A03,A04");
        assertThat(seats.cut(12)).isEqualTo("A01,A02+2");
        assertThat(seats.cut(3)).isEqualTo("x4");
    }

    @Test
    void lettersThatGsmLacksAreSpelledOrLeftOut() {
        assertThat(GsmText.of("Đường Nguyễn Huệ – Quận 1, giá 640.000\u00a0₫"))
                .isEqualTo("Duong Nguyen Hue - Quan 1, gia 640.000d");
        assertThat(GsmText.of("Straße Ærø Łódź 東京 \ud83d\ude8c `{}[]~\\|^ \u202ex"))
                .isEqualTo("Strasse AEro Lodz x");
    }

    static void isOnePart(Object what, String text) {
        assertThat(text).as("%s", what).matches(BOTH_ALPHABETS).isNotBlank();
        assertThat(text.length()).as("%s: %s", what, text).isLessThanOrEqualTo(160);
    }

    private static List<String> names() {
        return List.of(
                "Huế",
                "Sài Gòn",
                "Thành phố Hồ Chí Minh (Bến xe Miền Đông mới, cổng số 3, quầy vé số 14)",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
                "東京都千代田区丸の内一丁目",
                "\ud83d\ude8c\ud83d\ude8c {~^} €",
                "ĐẮK LẮK\r\nẢ̉̉̉̉̉̉");
    }

    private static List<Letter> about(BookedTrip trip) {
        var none = new Tickets(List.of());
        return List.of(
                new TripLetter.Confirmation(trip, none, Letter.Enclosed.NONE),
                new TripLetter.Reminder(trip, none, null),
                new TripLetter.TripMoved(trip, List.of(), false, none, Letter.Enclosed.NONE),
                lost(trip, LossCause.CALLED_OFF),
                lost(trip, LossCause.NO_SEAT));
    }

    private static Letter lost(BookedTrip trip, LossCause cause) {
        return new TripLetter.TripCancelled(trip, cause, true, SampleData.LARGE.total(), false, "");
    }

    private static BookedTrip trip(Language language, String name, int seats, String link) {
        return new BookedTrip(
                language,
                "K7M2XQ4P",
                name,
                new Journey(
                        name,
                        name,
                        name,
                        null,
                        name,
                        null,
                        new JourneyStop(name, name, Samples.DEPARTURE, ""),
                        new JourneyStop(name, name, Samples.DEPARTURE.plusSeconds(3_600), ""),
                        Samples.DEPARTURE.minusSeconds(1_800)),
                IntStream.rangeClosed(1, seats)
                        .mapToObj(seat -> new Traveller("A%02d".formatted(seat), name))
                        .toList(),
                List.of(),
                link);
    }
}
