package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.documents.Templates;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.testing.QrCamera;

@Tag("P5.1")
class PrintedDocumentsTest {

    private static final int LIMIT = 60_000;

    private final TicketPdf tickets = new TicketPdf(new Templates(), Samples.IMPRINT);
    private final ReceiptPdf receipts = new ReceiptPdf(new Templates(), Samples.IMPRINT);

    @Test
    void aTicketHasAPagePerPassengerWithVietnameseSetRight() throws IOException {
        var names = List.of("Nguyễn Thị Thu Hà", "Trần Minh Khôi");
        var pdf =
                tickets.print(
                        List.of(
                                Samples.ticket(names.getFirst(), "A05", Language.VI),
                                Samples.ticket(names.getLast(), "A06", Language.VI)));

        var pages = pages(keep("ticket-vi.pdf", pdf));

        assertThat(pages).hasSize(2);
        for (var index = 0; index < 2; index++) {
            assertThat(pages.get(index))
                    .contains(names.get(index), "Bến xe Miền Đông mới", "Có mặt trước 22:00")
                    .contains("Th 6, 27/11/2026", "320.000 ₫", "Trang " + (index + 1) + " / 2")
                    .doesNotContain("#");
        }
        assertThat(pdf.length).isLessThan(LIMIT);
    }

    @Test
    void anEnglishTicketSpeaksEnglish() throws IOException {
        var pdf = tickets.print(List.of(Samples.ticket("John O'Neill", "A05", Language.EN)));

        assertThat(pages(keep("ticket-en.pdf", pdf)).getFirst())
                .contains("E-ticket", "Fri, 27/11/2026", "VND 320,000", "Be there by 22:00")
                .contains("Cancelling: until 22:30, Fri, 27/11/2026: all of the price comes back.")
                .contains("John O'Neill")
                .doesNotContain("#");
    }

    @Test
    @Tag("P5.2")
    void theCodeOnThePageIsGenuine() throws Exception {
        var pdf = tickets.print(List.of(Samples.ticket("Trần Minh Khôi", "A06", Language.VI)));

        var check = new TicketSigner(Samples.SEED, null).verifier().check(QrCamera.read(pdf, 0));

        assertThat(check).isEqualTo(new TicketCheck.Genuine(Samples.facts(7, "A06")));
    }

    @Test
    void whatSomebodyTypedIsNeverMarkupAndNeverBreaksThePage() throws IOException {
        var typed = "<script>alert(1)</script> ${7*7} <#assign x=1> & \u0000\u0007 Lê 😀 王";
        var pdf = tickets.print(List.of(Samples.ticket(typed, "A05", Language.VI)));

        assertThat(pages(pdf).getFirst().replaceAll("\\s+", " "))
                .contains("<script>alert(1)</script> ${7*7} <#assign x=1> & Lê ? ?");
    }

    @Test
    void decomposedLettersArePrintedAsOne() throws IOException {
        var decomposed = Normalizer.normalize("Đỗ Thị Quỳnh", Normalizer.Form.NFD);
        var pdf = tickets.print(List.of(Samples.ticket(decomposed, "A05", Language.VI)));

        assertThat(pages(pdf).getFirst()).contains("Đỗ Thị Quỳnh").doesNotContain("#");
    }

    @Test
    void aTicketWithoutABusYetSaysWhenThePlateIsTold() throws IOException {
        var ticket = Samples.ticket("Trần Minh Khôi", "A06", Language.VI);
        var pdf =
                tickets.print(
                        List.of(
                                new TicketDocument(
                                        ticket.bookingCode(),
                                        Samples.journey(null),
                                        ticket.passengerName(),
                                        ticket.seat(),
                                        ticket.seatPlace(),
                                        ticket.price(),
                                        ticket.rules(),
                                        ticket.language(),
                                        ticket.qrText())));

        assertThat(pages(pdf).getFirst().replaceAll("\\s+", " ")).contains("Báo trước giờ đi");
    }

    @Test
    void aReceiptStatesTheSumInWordsAndIsNoInvoice() throws IOException {
        var pdf = receipts.print(Samples.receipt(Language.VI));

        assertThat(pages(keep("receipt-vi.pdf", pdf)).getFirst())
                .contains("Đã nhận 640.000 ₫", "Sáu trăm bốn mươi nghìn đồng")
                .contains("Biên nhận này không thay thế hóa đơn điện tử.", "đã gồm thuế GTGT")
                .contains("Nguyễn Thị Thu Hà", "FT2632988451", "1048102", "MB Bank *** 4402")
                .contains("20:14, Th 4, 25/11/2026")
                .doesNotContain("#");
        assertThat(pdf.length).isLessThan(LIMIT);
    }

    @Test
    void anEnglishReceiptSpeaksEnglish() throws IOException {
        var pdf = receipts.print(Samples.receipt(Language.EN));

        assertThat(pages(keep("receipt-en.pdf", pdf)).getFirst())
                .contains("VND 640,000 received", "Six hundred forty thousand Vietnamese dong")
                .doesNotContain("#");
    }

    @Test
    void sumsAreSpelledAsPeopleSpeak() {
        assertThat(words(0)).isEqualTo("Không đồng");
        assertThat(words(15_000)).isEqualTo("Mười lăm nghìn đồng");
        assertThat(words(21_055)).isEqualTo("Hai mươi mốt nghìn không trăm năm mươi lăm đồng");
        assertThat(words(1_005_000)).isEqualTo("Một triệu không trăm lẻ năm nghìn đồng");
        assertThat(words(1_250_311))
                .isEqualTo("Một triệu hai trăm năm mươi nghìn ba trăm mười một đồng");
        assertThat(words(2_000_000_000)).isEqualTo("Hai tỷ đồng");
        assertThat(words(104_000_000)).isEqualTo("Một trăm lẻ bốn triệu đồng");
        assertThat(SumInWords.of(new Vnd(1_250_311), Language.EN))
                .isEqualTo(
                        "One million two hundred fifty thousand three hundred eleven Vietnamese dong");
        assertThat(SumInWords.of(new Vnd(21_000), Language.EN))
                .isEqualTo("Twenty-one thousand Vietnamese dong");
    }

    private static String words(long dong) {
        return SumInWords.of(new Vnd(dong), Language.VI);
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(document).replace('\u00a0', ' '));
            }
            return pages;
        }
    }

    private static byte[] keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name), pdf);
        return pdf;
    }
}
