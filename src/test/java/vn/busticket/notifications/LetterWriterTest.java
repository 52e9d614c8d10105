package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.shared.Language;
import vn.busticket.tickets.Samples;
import vn.busticket.tickets.Templates;

class LetterWriterTest {

    private static final int GMAIL_CUTS_AT = 100_000;
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private final LetterWriter writer = new LetterWriter(new Templates(), Samples.IMPRINT);

    @Test
    @Tag("P6.1")
    void subjectsCarryTheFact() {
        assertThat(Letters.all(Language.VI))
                .extracting(letter -> spaces(writer.write(letter).subject()))
                .containsExactly(
                        "Vé của bạn: Sài Gòn → Đà Lạt, Th 6 27/11 22:30",
                        "Biên nhận 640.000 ₫, đơn K7M2XQ4P",
                        "Đơn K7M2XQ4P đã hết hạn, chưa trừ tiền",
                        "Đã hủy vé K7M2XQ4P, hoàn 576.000 ₫",
                        "Đơn K7M2XQ4P còn thiếu 10.000 ₫",
                        "Đơn K7M2XQ4P: tiền đến muộn nhưng ghế của bạn vẫn còn",
                        "Đơn K7M2XQ4P: bạn có ghế mới trên cùng chuyến",
                        "Đơn K7M2XQ4P: đã nhận tiền sau hạn, còn thiếu 10.000 ₫",
                        "Sẽ hoàn 576.000 ₫, đơn K7M2XQ4P",
                        "Cần số tài khoản để hoàn 576.000 ₫, đơn K7M2XQ4P",
                        "Đã hoàn 576.000 ₫, đơn K7M2XQ4P");
        assertThat(Letters.all(Language.EN))
                .extracting(letter -> spaces(writer.write(letter).subject()))
                .containsExactly(
                        "Your ticket: Sài Gòn → Đà Lạt, Fri 27/11 22:30",
                        "Receipt for VND 640,000, booking K7M2XQ4P",
                        "Booking K7M2XQ4P has expired, nothing was charged",
                        "Booking K7M2XQ4P is cancelled, VND 576,000 comes back",
                        "Booking K7M2XQ4P: VND 10,000 is still to be paid",
                        "Booking K7M2XQ4P: the money came late, your seats were still free",
                        "Booking K7M2XQ4P: you have other seats on the same coach",
                        "Booking K7M2XQ4P: money came late, VND 10,000 is missing",
                        "We pay back VND 576,000, booking K7M2XQ4P",
                        "We need an account to pay back VND 576,000, booking K7M2XQ4P",
                        "Paid back: VND 576,000, booking K7M2XQ4P");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Tag("P6.1")
    void everyLetterKeepsTheRulesOfTheDesign(Language language) throws IOException {
        for (var letter : Letters.all(language)) {
            var written = writer.write(letter);
            keep(letter, written);

            assertThat(written.html().length()).isLessThan(GMAIL_CUTS_AT);
            assertThat(written.html())
                    .startsWith("<!doctype html>")
                    .contains("<html lang=\"" + language.locale().getLanguage() + "\"")
                    .doesNotContain("http-equiv", "<link", "url(", "<script", "src=\"http");
            assertThat(written.text()).contains("K7M2XQ4P", "OTP").doesNotContain("<", "&amp;");
        }
    }

    @Test
    @Tag("P6.1")
    void theConfirmationAloneIsEnoughToBoard() {
        var written =
                writer.write(
                        Letters.confirmation(Language.VI, "Nguyễn Thị Thu Hà", "Trần Minh Khôi"));

        assertThat(spaces(written.html()))
                .contains("Có mặt lúc 22:00 tại Bến xe Miền Đông mới", "cid:ticket-0")
                .contains("alt=\"Mã QR vé ghế A06, Trần Minh Khôi\"", "640.000 ₫", "51B-284.90")
                .contains("Th 7, 28/11/2026 (+1 ngày) · 7 giờ", "<b>thứ Sáu, 27/11</b>")
                .contains("href=\"https://busticket.example/bookings/K7M2XQ4P?key=a&amp;b=c\"");
        assertThat(written.pictures()).hasSize(2);
        assertThat(spaces(written.text()))
                .contains("Ghế A05: Nguyễn Thị Thu Hà", "2 vé × 320.000 ₫: 640.000 ₫")
                .contains(Letters.BOOKING_URL);
    }

    @Test
    @Tag("P6.1")
    void theCancellationSaysWhatComesBackAndWhatIsKept() {
        var written = writer.write(Letters.cancellation(Language.VI, 640_000, 576_000));

        assertThat(spaces(written.html()))
                .contains("Chúng tôi hoàn <b>576.000 ₫</b>", "<s>Bến xe Miền Đông mới</s>")
                .contains("−64.000 ₫", "Hủy lúc", "theo yêu cầu của bạn");
        var nothingPaid = writer.write(Letters.cancellation(Language.VI, 0, 0));
        assertThat(spaces(nothingPaid.subject())).isEqualTo("Đã hủy vé K7M2XQ4P");
        assertThat(spaces(nothingPaid.text()))
                .contains("Chưa có khoản tiền nào bị trừ.")
                .doesNotContain("0 ₫");
    }

    @Test
    @Tag("P6.1")
    @Tag("P3.8")
    void theRefundSaysHowMuchWhereToAndWhen() {
        var paidOut = writer.write(Letters.refund(Language.VI, Letter.RefundStage.PAID_OUT));
        assertThat(spaces(paidOut.text()))
                .contains("Chuyển về: MB Bank •••4402", "Mã giao dịch: FT2633105529")
                .contains("10:26");
        var asked = writer.write(Letters.refund(Language.VI, Letter.RefundStage.ACCOUNT_NEEDED));
        assertThat(asked.html()).contains(">Cho biết tài khoản</a>");
        assertThat(asked.text()).doesNotContain("Chuyển về");
    }

    @Test
    @Tag("P6.1")
    @Tag("P3.7")
    void whoseSeatsAreOthersIsToldWhich() {
        var outcome = MoneyOutcome.Outcome.CONFIRMED_ON_OTHER_SEATS;
        var written = writer.write(Letters.problem(Language.VI, outcome));

        assertThat(spaces(written.html()))
                .contains("Ghế A05, A06 đã có người khác", "<b>A09, A10</b>");
    }

    @Test
    void moreThanSixCodesAreOnlyInThePdf() {
        var names = new String[] {"A", "B", "C", "D", "E", "F", "G"};
        var written = writer.write(Letters.confirmation(Language.EN, names));

        assertThat(written.pictures()).isEmpty();
        assertThat(written.html()).doesNotContain("cid:").contains("in the attached PDF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "${7*7}",
                "<#assign x = 1>${x}",
                "#{7*7}",
                "{0} '{1}'",
                "[=7*7]",
                "\ue000\ue001",
            })
    @Tag("P6.2")
    void whatSomebodyTypedStaysText(String typed) {
        var written = writer.write(Letters.confirmation(Language.VI, typed));

        var escaped =
                typed.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
        assertThat(written.html())
                .contains("Chào " + escaped + ", hẹn gặp")
                .contains("alt=\"Mã QR vé ghế A05, " + escaped + "\"")
                .doesNotContain("49");
        assertThat(written.text()).contains("Ghế A05: " + typed + "\n");
    }

    @Test
    @Tag("P6.2")
    void templatesNeverTurnTextIntoCodeOrRawMarkup() throws IOException {
        var dangerous =
                Pattern.compile(
                        "\\?(no_esc|interpret|eval|eval_json|new|api)\\b|<#no_?[aA]uto_?[eE]sc");
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern(dangerous);
            }
        }
    }

    private static String spaces(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String variant(Letter letter) {
        return switch (letter) {
            case Letter.PaymentProblem problem -> problem.outcome();
            case Letter.Refund refund -> "refund-" + refund.stage();
            default -> letter.kind();
        };
    }

    /** Leaves the letters where a person can look at them. */
    private static void keep(Letter letter, WrittenLetter written) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "letters"));
        var html = written.html();
        for (var picture : written.pictures()) {
            html =
                    html.replace(
                            "cid:" + picture.contentId(),
                            "data:image/png;base64,"
                                    + Base64.getEncoder().encodeToString(picture.png()));
        }
        var name = variant(letter) + "-" + letter.language().locale().getLanguage();
        Files.writeString(folder.resolve(name + ".html"), html, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(name + ".txt"), written.text(), StandardCharsets.UTF_8);
    }
}
