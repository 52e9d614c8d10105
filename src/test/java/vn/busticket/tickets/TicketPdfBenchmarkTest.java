package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.benchmark.Benchmark;
import vn.busticket.documents.Templates;
import vn.busticket.shared.Language;

/** Tickets as PDF per second beside the bare library on the same template (F11), and their size. */
@Tag("benchmark")
@Tag("P5.1")
class TicketPdfBenchmarkTest {

    private static final int WARM_UP = 60;
    private static final int IN_A_ROUND = 60;
    private static final int MOST_BYTES = 60_000;
    private static final Map<Integer, byte[]> FACES =
            Map.of(
                    400, face("BeVietnamPro_400Regular.ttf"),
                    600, face("BeVietnamPro_600SemiBold.ttf"),
                    700, face("BeVietnamPro_700Bold.ttf"));

    private final TicketDocument ticket = Samples.ticket("Nguyễn Thị Thu Hà", "A05", Language.VI);
    private final Templates templates = new Templates();
    private final TicketPdf ours = new TicketPdf(templates, Samples.IMPRINT);

    @Test
    void eTicketsPerSecondAndTheirSize() {
        perSecond(WARM_UP, this::bare);
        perSecond(WARM_UP, () -> ours.print(List.of(ticket)));
        var benchmark = new Benchmark("F11 e-ticket PDFs, one thread");
        benchmark.measure(
                "a page each",
                "1/s",
                ">= 0.8 x",
                () -> perSecond(IN_A_ROUND, this::bare),
                () -> perSecond(IN_A_ROUND, () -> ours.print(List.of(ticket))));
        var size = ours.print(List.of(ticket)).length;
        benchmark.note(new Benchmark.Figure("size", "bytes", bare().length, size, "<= 60 kB"));
        benchmark.print();
        assertThat(size).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static double perSecond(int count, Supplier<byte[]> printer) {
        var begin = System.nanoTime();
        for (var number = 0; number < count; number++) {
            assertThat(printer.get()).isNotEmpty();
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /** The template filled and handed to the library as it comes. */
    private byte[] bare() {
        var html =
                templates.fill(
                        "document/ticket.ftlx",
                        Language.VI,
                        Map.of(
                                "pages",
                                List.of(new TicketPdf.Page(ticket)),
                                "imprint",
                                Samples.IMPRINT));
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        try (var drawings = new BatikSVGDrawer()) {
            FACES.forEach((weight, face) ->
                    builder.useFont(
                            supplier(face), "Be Vietnam Pro", weight, FontStyle.NORMAL, true));
            builder.useSVGDrawer(drawings).withHtmlContent(html, null).toStream(pdf).run();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> supplier(byte[] face) {
        return () -> new ByteArrayInputStream(face);
    }

    private static byte[] face(String file) {
        var path = "/fonts/" + file;
        try (var stream = Objects.requireNonNull(TicketPdf.class.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
