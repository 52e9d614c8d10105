package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.busticket.documents.Templates;
import vn.busticket.notifications.Letter.Enclosed;
import vn.busticket.shared.Language;
import vn.busticket.tickets.Samples;

@Tag("P6.1")
class LetterWriterTest {

    private static final int GMAIL_CUTS_AT = 100_000;
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final List<LetterSample> TO_TRAVELLERS =
            List.of(
                    LetterSample.CONFIRMATION,
                    LetterSample.RECEIPT,
                    LetterSample.CHANGE,
                    LetterSample.REMINDER,
                    LetterSample.TRIP_MOVED,
                    LetterSample.TRIP_ON_OTHER_COACH,
                    LetterSample.PART_PAID,
                    LetterSample.CONFIRMED_LATE,
                    LetterSample.CONFIRMED_ON_OTHER_SEATS);

    private final LetterWriter writer = new LetterWriter(new Templates(), Samples.IMPRINT);

    @Test
    void subjectsCarryTheFact() {
        assertThat(Letters.all(SampleData.USUAL, Language.VI))
                .extracting(letter -> spaces(writer.write(letter).subject()))
                .containsExactly(
                        "Vé của bạn: Sài Gòn → Đà Lạt, Th 6 27/11 22:30",
                        "Biên nhận 640.000 ₫, đơn K7M2XQ4P",
                        "Đơn K7M2XQ4P đã hết hạn, chưa trừ tiền",
                        "Đã hủy vé K7M2XQ4P, hoàn 576.000 ₫",
                        "Đơn K7M2XQ4P: đã hủy ghế A05",
                        "Đã đổi vé K7M2XQ4P: Sài Gòn → Đà Lạt, Th 6 27/11 22:30",
                        "Nhắc chuyến: Sài Gòn → Đà Lạt, Th 6 27/11 22:30",
                        "Đổi giờ: Sài Gòn → Đà Lạt nay đi Th 6 27/11 22:30",
                        "Đổi xe: Sài Gòn → Đà Lạt, Th 6 27/11 22:30",
                        "Chuyến khác: Sài Gòn → Đà Lạt nay đi Th 6 27/11 22:30",
                        "Nhà xe hủy chuyến Sài Gòn → Đà Lạt, Th 6 27/11 22:30; hoàn 640.000 ₫",
                        "Nhà xe hủy chuyến Sài Gòn → Đà Lạt, Th 6 27/11 22:30",
                        "Xe thay thế không còn chỗ: Sài Gòn → Đà Lạt, Th 6 27/11 22:30; hoàn 640.000 ₫",
                        "Đơn K7M2XQ4P còn thiếu 10.000 ₫",
                        "Đơn K7M2XQ4P: tiền đến muộn nhưng ghế của bạn vẫn còn",
                        "Đơn K7M2XQ4P: bạn có ghế mới trên cùng chuyến",
                        "Đơn K7M2XQ4P: đã đổi vé, ghế khác với ghế bạn chọn",
                        "Đơn K7M2XQ4P: đã nhận tiền sau hạn, còn thiếu 10.000 ₫",
                        "Sẽ hoàn 640.000 ₫, đơn K7M2XQ4P",
                        "Cần số tài khoản để hoàn 640.000 ₫, đơn K7M2XQ4P",
                        "Đã hoàn 640.000 ₫, đơn K7M2XQ4P",
                        "Xác nhận địa chỉ email của bạn",
                        "Email tài khoản BusTicket của bạn đã đổi",
                        "Đặt lại mật khẩu BusTicket",
                        "Mật khẩu BusTicket của bạn đã được đổi",
                        "Tài khoản BusTicket của bạn có điện thoại xác thực mới",
                        "Xác thực hai bước BusTicket của bạn đã được đặt lại",
                        "Một mã dự phòng BusTicket của bạn vừa được dùng",
                        "Bạn đã có tài khoản BusTicket",
                        "Tài khoản BusTicket của bạn đã được xóa",
                        "Báo cáo doanh thu 16/11/2026 – 22/11/2026: 2.255.523.000 ₫");
        assertThat(Letters.all(SampleData.USUAL, Language.EN))
                .extracting(letter -> spaces(writer.write(letter).subject()))
                .contains(
                        "Your ticket: Sài Gòn → Đà Lạt, Fri 27/11 22:30",
                        "Receipt for VND 640,000, booking K7M2XQ4P",
                        "New time: Sài Gòn → Đà Lạt now leaves Fri 27/11 22:30",
                        "Booking K7M2XQ4P: VND 10,000 is still to be paid")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLetterKeepsTheRulesOfTheDesign(Language language) {
        for (var data : SampleData.values()) {
            assertThat(Letters.all(data, language))
                    .allSatisfy(letter -> keepsTheRules(writer.write(letter), language));
        }
    }

    private static void keepsTheRules(WrittenLetter written, Language language) {
        assertThat(written.html().length()).isLessThan(GMAIL_CUTS_AT);
        assertThat(written.html())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"" + language.locale().getLanguage() + "\"")
                .contains("#ffb01f", ">BusTicket</td>", "prefers-color-scheme:dark")
                .doesNotContain("http-equiv", "<link", "url(", "<script", "src=\"http");
        assertThat(written.text()).contains("OTP").doesNotContain("<", "&amp;");
        assertThat(written.subject()).doesNotContain("\n").isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLetterToATravellerNamesAllThatAJourneyNeeds(Language language) {
        for (var sample : TO_TRAVELLERS) {
            var letter = Letters.of(sample, SampleData.USUAL, language);
            var written = writer.write(letter);
            var time = language == Language.VI ? "Th 6, 27/11/2026" : "Fri, 27/11/2026";
            for (var words : List.of(written.html(), written.text())) {
                assertThat(spaces(words))
                        .as("%s %s", sample, language)
                        .contains("Phương Nam Limousine", "1900 1234", "K7M2XQ4P", "51B-284.90")
                        .contains("22:30", time, "22:00", "Bến xe Miền Đông mới")
                        .contains("501 Hoàng Hữu Nam, quầy 14", "query=10.8797,106.8153")
                        .contains("05:30", "Bến xe Liên tỉnh Đà Lạt", "01 Tô Hiến Thành")
                        .contains("A05", "Nguyễn Thị Thu Hà", "A06", "Trần Minh Khôi");
            }
            if (sample != LetterSample.PART_PAID) {
                var rule =
                        language == Language.VI
                                ? "Hủy vé: đến 22:30, Th 5, 26/11/2026: phí 10%"
                                : "Cancelling: until 22:30, Thu, 26/11/2026: a fee of 10%";
                assertThat(spaces(written.html())).as(sample.name()).contains(rule);
                assertThat(spaces(written.text())).as(sample.name()).contains(rule);
            }
        }
    }

    @Test
    void theConfirmationAloneIsEnoughToBoard() {
        var written =
                writer.write(
                        Letters.confirmation(Language.VI, "Nguyễn Thị Thu Hà", "Trần Minh Khôi"));

        assertThat(spaces(written.html()))
                .contains("Có mặt lúc 22:00 tại Bến xe Miền Đông mới", "cid:ticket-0")
                .contains("alt=\"Mã QR vé ghế A06, Trần Minh Khôi\"", "640.000 ₫", "51B-284.90")
                .contains("Th 7, 28/11/2026 (+1 ngày) · 7 giờ", "<b>thứ Sáu, 27/11</b>")
                .contains("href=\"https://busticket.example/bookings/K7M2XQ4P?key=a&amp;b=c\"")
                .contains("Đính kèm: ve-K7M2XQ4P.pdf, lich-K7M2XQ4P.ics");
        assertThat(written.pictures()).hasSize(2);
        assertThat(spaces(written.text()))
                .contains("Ghế A05: Nguyễn Thị Thu Hà", "2 vé × 320.000 ₫: 640.000 ₫")
                .contains(Letters.BOOKING_URL);
    }

    @Test
    void aFileThatDoesNotGoAlongIsFoundElsewhere() {
        var whole = Letters.confirmation(Language.VI, "A", "B", "C", "D", "E", "F", "G");
        var calendarOnly = new Enclosed(whole.enclosed().files().subList(1, 2), false);
        var letter = new TripLetter.Confirmation(whole.trip(), whole.tickets(), calendarOnly);

        var written = writer.write(letter);

        assertThat(written.html())
                .contains("Đính kèm: lich-K7M2XQ4P.ics", "Tệp chưa kèm được", "ở trang đặt vé</a>")
                .contains("Mã QR của từng ghế nằm ở trang đặt vé")
                .doesNotContain("trong tệp PDF đính kèm");
        assertThat(written.text())
                .contains("Tệp chưa kèm được vào thư này, hãy tải ở trang đặt vé: ")
                .contains(Letters.BOOKING_URL);
    }

    @Test
    void theCancellationSaysWhatComesBackAndWhatIsKept() {
        var written = writer.write(Letters.cancellation(Language.VI, 640_000, 576_000));

        assertThat(spaces(written.html()))
                .contains("Chúng tôi hoàn <b>576.000 ₫</b>", "<s>Bến xe Miền Đông mới</s>")
                .contains("−64.000 ₫", "Hủy lúc", "theo yêu cầu của bạn")
                .doesNotContain("Có mặt lúc");
        var nothingPaid = writer.write(Letters.cancellation(Language.VI, 0, 0));
        assertThat(spaces(nothingPaid.subject())).isEqualTo("Đã hủy vé K7M2XQ4P");
        assertThat(spaces(nothingPaid.text()))
                .contains("Chưa có khoản tiền nào bị trừ.")
                .doesNotContain(" 0 ₫");
    }

    @Test
    @Tag("P3.8")
    void theRefundSaysHowMuchWhereToAndWhen() {
        var paidOut = write(LetterSample.REFUND_PAID_OUT);
        assertThat(spaces(paidOut.text()))
                .contains("Chuyển về: MB Bank •••4402", "Mã giao dịch: FT2633105529")
                .contains("Chuyến: Sài Gòn → Đà Lạt, 22:30, Th 6, 27/11/2026");
        var asked = write(LetterSample.REFUND_ACCOUNT_NEEDED);
        assertThat(asked.html()).contains(">Cho biết tài khoản</a>");
        assertThat(asked.text()).doesNotContain("Chuyển về");
    }

    @Test
    @Tag("P3.7")
    void whoseSeatsAreOthersIsToldWhich() {
        assertThat(spaces(write(LetterSample.CONFIRMED_ON_OTHER_SEATS).html()))
                .contains("Ghế B01, B02 đã có người khác", "<b>A05, A06</b>");
    }

    @Test
    @Tag("P3.7")
    void whoseSeatsAreGoneIsNotToldToCome() {
        assertThat(write(LetterSample.LATE_PART_KEPT).text()).doesNotContain("Có mặt lúc");
        assertThat(write(LetterSample.LATE_PART_KEPT).html())
                .contains("<s>Bến xe Miền Đông mới</s>")
                .doesNotContain("Có mặt lúc");
        assertThat(write(LetterSample.PART_PAID).text()).contains("Có mặt lúc");
    }

    @Test
    void aTripMovedInTimeNamesBothTimes() {
        var written = write(LetterSample.TRIP_MOVED);

        assertThat(spaces(written.html()))
                .contains("<s>21:45, Th 6, 27/11/2026</s> →", ">22:30, Th 6, 27/11/2026</b>")
                .contains("Xe chạy giờ khác: 22:30, thứ Sáu, 27/11");
        assertThat(spaces(written.text()))
                .contains("Giờ đi: 21:45, Th 6, 27/11/2026 → 22:30, Th 6, 27/11/2026");
    }

    @Test
    void aTripThatIsCalledOffTellsNobodyToComeAndWhatHappensToTheMoney() {
        assertThat(spaces(write(LetterSample.TRIP_CANCELLED).text()))
                .contains("xin đừng ra bến", "Chúng tôi hoàn 640.000 ₫", "Tìm chuyến khác: ")
                .doesNotContain("Có mặt lúc");
    }

    @Test
    void aCoachInTheSmallHoursSaysWhichNightItIs() {
        var letter = Letters.of(LetterSample.REMINDER, SampleData.LARGE, Language.VI);

        assertThat(spaces(writer.write(letter).text()))
                .contains(
                        "00:30 Điểm đón",
                        "rạng sáng thứ Bảy, 28/11: hãy ra điểm đón từ đêm thứ Sáu, 27/11");
    }

    @Test
    @Tag("P6.7")
    void onlyRemindersAndReportsCanBeTurnedOff() {
        for (var sample : LetterSample.values()) {
            var letter = Letters.of(sample, SampleData.USUAL, Language.EN);
            var written = writer.write(letter);
            var canBe = sample == LetterSample.REMINDER || sample == LetterSample.REPORT;
            assertThat(letter.unsubscribeUrl() != null).isEqualTo(canBe);
            assertThat(written.html().contains("/unsubscribe/")).isEqualTo(canBe);
            assertThat(written.text().contains("/unsubscribe/")).isEqualTo(canBe);
            assertThat(written.html().contains("it cannot be turned off")).isEqualTo(!canBe);
        }
    }

    @Test
    void moreThanSixCodesAreOnlyInThePdf() {
        var names = new String[] {"A", "B", "C", "D", "E", "F", "G"};
        var written = writer.write(Letters.confirmation(Language.EN, names));

        assertThat(written.pictures()).isEmpty();
        assertThat(written.html()).doesNotContain("cid:").contains("in the attached PDF");
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

    private WrittenLetter write(LetterSample sample) {
        return writer.write(Letters.of(sample, SampleData.USUAL, Language.VI));
    }

    private static String spaces(String text) {
        return text.replace('\u00a0', ' ');
    }
}
