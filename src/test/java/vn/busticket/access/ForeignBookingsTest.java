package vn.busticket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import vn.busticket.access.Rule.Person;
import vn.busticket.testing.RawBrowser;

/** What one passenger bought, wanted by everybody else. */
@Tag("P7.2")
class ForeignBookingsTest extends AccessTest {

    private static final Pattern FILE = Pattern.compile("VAADIN/dynamic/resource/[^\"\\\\]+");

    @Value("${local.management.port}")
    private int managementPort;

    @BeforeEach
    void comeTogether() {
        gather();
    }

    @Test
    @Tag("P4.3")
    void nobodyButTheOwnerReadsABookingByItsCode() {
        for (var person : Person.values()) {
            var page = crowd.as(person).open("/bookings/" + booking.code());
            if (person == Person.OWNER) {
                assertThat(page.told()).contains(NAME);
                assertThat(page.button("Cancel booking")).isPositive();
            } else {
                assertThat(page.told())
                        .as(person.name())
                        .doesNotContain(NAME)
                        .doesNotContain("912000777")
                        .doesNotContain("0912 000 777")
                        .doesNotContain(booking.contact().email());
                assertThat(page.button("Cancel booking")).isNegative();
            }
        }
    }

    @Test
    @Tag("P4.3")
    void ticketsAndReceiptsAreFilesOfTheSessionThatShowsThem() {
        var page = crowd.as(Person.OWNER).open("/bookings/" + booking.code());
        var files = FILE.matcher(page.told()).results().map(MatchResult::group).distinct().toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        for (var file : files) {
            assertThat(crowd.as(Person.OWNER).get("/" + file).statusCode()).isEqualTo(200);
            for (var person : EnumSet.complementOf(EnumSet.of(Person.OWNER))) {
                var answer = crowd.as(person).get("/" + file);
                assertThat(answer.statusCode()).as("%s as %s", file, person).isNotEqualTo(200);
                assertThat(answer.body()).doesNotContain("%PDF").doesNotContain("BEGIN:VCALENDAR");
            }
        }
    }

    @Test
    void tokensThatAreNearlyRightShowNothing() {
        var attempt =
                database.sql("select token from payment_attempt where payable_id = :id")
                        .param("id", booking.id().value())
                        .query(String.class)
                        .single();
        var nearly =
                attempt.substring(0, attempt.length() - 1) + (attempt.endsWith("A") ? 'B' : 'A');
        for (var address :
                List.of(
                        "/payment/" + nearly,
                        "/payment/success/" + nearly,
                        "/payment/failure/" + nearly,
                        "/b/" + nearly,
                        "/checkout/" + nearly,
                        "/refund/" + nearly,
                        "/payment/success/" + booking.code(),
                        "/b/" + booking.code())) {
            var screen = crowd.as(Person.OTHER_PASSENGER).open(address);
            assertThat(screen.told())
                    .as(address)
                    .doesNotContain(NAME)
                    .doesNotContain(booking.contact().email());
        }
    }

    @Test
    void machineDoorsAnswerAllPeopleAlike() {
        for (var person : Person.values()) {
            var browser = crowd.as(person);
            assertThat(browser.get("/api/v1/bookings").statusCode()).isEqualTo(404);
            assertThat(browser.get("/api/v1/payments/webhook").statusCode()).isEqualTo(405);
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(404);
            assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Tag("P10.1")
    void theManagementPortTellsHealthAndFiguresAndNothingElse() {
        var maintainer = new RawBrowser("http://localhost:" + managementPort, "en");
        assertThat(maintainer.get("/actuator/health").body()).doesNotContain("jdbc");
        for (var secret :
                List.of("env", "beans", "configprops", "heapdump", "threaddump", "loggers")) {
            assertThat(maintainer.get("/actuator/" + secret).statusCode())
                    .as(secret)
                    .isEqualTo(404);
        }
        assertThat(maintainer.get("/actuator/prometheus").body())
                .doesNotContain(NAME)
                .doesNotContain(booking.contact().email());
    }
}
