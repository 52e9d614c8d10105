package vn.busticket.stories;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads what people see: QR codes on the screen and in documents. */
final class Pictures {

    /** A phone looks again and again, from nearer. */
    private static final List<Integer> DOTS_PER_INCH = List.of(150, 200, 300);

    private Pictures() {}

    /** The text of the QR code shown there, photographed as a phone would. */
    static String qrTextOn(Locator locator) throws IOException, NotFoundException {
        return qrText(ImageIO.read(new ByteArrayInputStream(locator.screenshot())));
    }

    /** The text of the QR code on a page of a PDF. */
    static String qrTextOn(byte[] pdf, int page) throws IOException, NotFoundException {
        try (var document = Loader.loadPDF(pdf)) {
            var printed = new PDFRenderer(document);
            for (var dots : DOTS_PER_INCH) {
                var text = seen(printed.renderImageWithDPI(page, dots));
                if (text.isPresent()) {
                    return text.get();
                }
            }
            throw NotFoundException.getNotFoundInstance();
        }
    }

    /** The words of a PDF. */
    static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Optional<String> seen(BufferedImage picture) {
        try {
            return Optional.of(qrText(picture));
        } catch (NotFoundException unclear) {
            return Optional.empty();
        }
    }

    private static String qrText(BufferedImage picture) throws NotFoundException {
        var bitmap =
                new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        return new MultiFormatReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
