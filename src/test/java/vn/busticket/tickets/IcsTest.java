package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.shared.Language;

@Tag("P5.1")
class IcsTest {

    private final byte[] file =
            Ics.of(
                    Samples.BOOKING_CODE,
                    Samples.journey(),
                    List.of("A05", "A06"),
                    Language.VI,
                    Samples.IMPRINT,
                    Samples.PAID_AT);

    @Test
    void noLineIsLongerThan75OctetsAndAllEndAsTheStandardSays() {
        var text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\ufffd");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        for (var line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
    }

    @Test
    void unfoldedItTellsTheJourney() {
        var lines = List.of(unfolded().split("\r\n"));

        assertThat(lines)
                .contains("DTSTART:20261127T153000Z", "DTEND:20261127T223000Z")
                .contains("UID:K7M2XQ4P@busticket.example", "SUMMARY:Xe Sài Gòn → Đà Lạt")
                .contains("LOCATION:Bến xe Miền Đông mới\\, 501 Hoàng Hữu Nam\\, quầy 14");
    }

    @Test
    void signsOfTheFormatAreEscaped() {
        var journey = Samples.journey();
        var strange =
                new Journey(
                        "A\r\nBEGIN:VEVENT",
                        "B;C\\",
                        journey.operatorName(),
                        null,
                        journey.busType(),
                        null,
                        journey.boarding(),
                        journey.dropOff(),
                        journey.arriveBy());
        var text =
                new String(
                        Ics.of(
                                Samples.BOOKING_CODE,
                                strange,
                                List.of("A05"),
                                Language.EN,
                                Samples.IMPRINT,
                                Samples.PAID_AT),
                        StandardCharsets.UTF_8);

        assertThat(text).contains("SUMMARY:Coach A\\nBEGIN:VEVENT → B\\;C\\\\\r\n");
    }

    private String unfolded() {
        return new String(file, StandardCharsets.UTF_8).replace("\r\n ", "");
    }
}
