package vn.busticket.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.logging.Level;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Prints XHTML as PDF in the product's face, which is embedded as a subset.
 *
 * <p>A sign that the face lacks would print as {@code #}, so it is replaced by {@code ?}; nothing
 * is ever loaded from an address.
 */
public final class PdfPrinter {

    private static final String FAMILY = "Be Vietnam Pro";

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private final Map<Integer, byte[]> faces =
            Map.of(
                    400, resource("BeVietnamPro_400Regular.ttf"),
                    600, resource("BeVietnamPro_600SemiBold.ttf"),
                    700, resource("BeVietnamPro_700Bold.ttf"));

    private final CmapLookup signs = signsOf(faces.getOrDefault(400, new byte[0]));

    /**
     * The pages as PDF; may be asked by many at once.
     *
     * @param xhtml a well-formed page; its drawings are SVG within it
     */
    public byte[] print(String xhtml) {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        try (var drawings = new BatikSVGDrawer()) {
            faces.forEach((weight, face) ->
                    builder.useFont(
                            () -> new ByteArrayInputStream(face),
                            FAMILY,
                            weight,
                            FontStyle.NORMAL,
                            true));
            builder.useSVGDrawer(drawings)
                    .useUriResolver((base, address) -> null)
                    .withHtmlContent(printable(xhtml), null)
                    .withProducer("BusTicket")
                    .toStream(pdf)
                    .run();
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
        return pdf.toByteArray();
    }

    private String printable(String xhtml) {
        var text = Normalizer.normalize(xhtml, Normalizer.Form.NFC);
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> printable.appendCodePoint(printableSign(sign)));
        return printable.toString();
    }

    private int printableSign(int sign) {
        if (Character.isISOControl(sign)) {
            return sign == '\n' ? sign : ' ';
        }
        return signs.getGlyphId(sign) == 0 ? '?' : sign;
    }

    private static CmapLookup signsOf(byte[] face) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(face))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] resource(String file) {
        try (var stream = PdfPrinter.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("Font missing from the program: " + file);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
