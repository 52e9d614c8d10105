package vn.busticket.stories;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.busticket.testing.QrCamera;

/** Reads what people see: QR codes on the screen and in documents. */
final class Pictures {

    private Pictures() {}

    /** The text of the QR code shown there, photographed as a phone would. */
    static String qrTextOn(Locator locator) throws IOException {
        return QrCamera.read(ImageIO.read(new ByteArrayInputStream(locator.screenshot())));
    }

    /** The words of a PDF. */
    static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
