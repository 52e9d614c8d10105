package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.busticket.notifications.DeliveryReport.Finding;

/** What is read from mails about mail that did not arrive. */
@Tag("P6.5")
class DeliveryReportTest {

    private static final Instant QUEUED = Instant.ofEpochMilli(1_795_000_000_123L);

    @Test
    void aReportWithTheWholeMessageNamesItByItsMessageId() throws Exception {
        var report =
                DeliveryReport.read(
                        Returned.to("<noreply@busticket.example>")
                                .about("<n42.1795000000123@busticket.example>")
                                .saying("failed", "5.1.1", "smtp; 550 5.1.1 User unknown")
                                .mail("an@example.vn"));

        assertThat(report.orElseThrow().identity()).isEqualTo(new MessageIdentity(42, QUEUED));
        assertThat(report.orElseThrow().recipients())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.addresses()).contains("an@example.vn");
                    assertThat(one.finding()).isEqualTo(Finding.RETURNED);
                    assertThat(one.detail()).isEqualTo("smtp; 550 5.1.1 User unknown");
                });
    }

    @Test
    void aReportWithHeadersOnlyIsAsGood() throws Exception {
        var report =
                DeliveryReport.read(
                        Returned.to("<noreply@busticket.example>")
                                .about("<n42.1795000000123@busticket.example>")
                                .headersOnly()
                                .mail("an@example.vn"));

        assertThat(report.orElseThrow().identity()).isEqualTo(new MessageIdentity(42, QUEUED));
    }

    @Test
    void whereTheRelayChangedTheMessageIdTheEnvelopeTells() throws Exception {
        var report =
                DeliveryReport.read(
                        Returned.to("<bounces+n42.1795000000123@busticket.example>")
                                .about("<0100018f@ap-southeast-1.amazonses.com>")
                                .mail("an@example.vn"));

        assertThat(report.orElseThrow().identity()).isEqualTo(new MessageIdentity(42, QUEUED));
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, RETURNED",
        "failed, 5.0.0, RETURNED",
        "Failed, 5.2.2, RETURNED",
        "failed, 4.4.7, DELAYED",
        "failed, 5.7.1, DELAYED",
        "failed, '', DELAYED",
        "delayed, 4.2.0, DELAYED",
        "delayed, 5.1.1, DELAYED",
        "delivered, 2.0.0, NOTHING",
        "relayed, 2.0.0, NOTHING",
        "expanded, 2.0.0, NOTHING",
        "'', 5.1.1, NOTHING"
    })
    void onlyWhatFailedForGoodCounts(String action, String status, Finding finding)
            throws Exception {
        var report =
                DeliveryReport.read(
                        Returned.to("<noreply@busticket.example>")
                                .about("<n42.1795000000123@busticket.example>")
                                .saying(action, status, "smtp; words")
                                .mail("an@example.vn"));

        assertThat(report.orElseThrow().recipients())
                .extracting(DeliveryReport.RecipientReport::finding)
                .isEqualTo(List.of(finding));
    }

    @Test
    void ordinaryMailAndAutomaticAnswersAreNoReports() throws Exception {
        assertThat(
                        DeliveryReport.read(
                                Returned.plain(
                                        "Re: n42.1795000000123@busticket.example 5.1.1 failed")))
                .isEmpty();
        assertThat(
                        DeliveryReport.read(
                                Returned.to("<noreply@busticket.example>")
                                        .about("<somebody-else@example.org>")
                                        .mail("an@example.vn")))
                .as("a report about somebody else's message")
                .isEmpty();
    }
}
