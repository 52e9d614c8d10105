package vn.busticket.tickets;

import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.detector.Detector;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/**
 * Reads a QR code in a picture. The build compiles it to script ({@code qr-reader.js}) for browsers
 * that cannot read codes by themselves; ZXing finds the code, {@link QrMatrix} reads it.
 */
public final class QrReader {

    /** A code is there, and what it says is not one of ours. */
    static final String OTHER = "?";

    private QrReader() {}

    /** Nothing happens at the start; the script only offers {@link #read}. */
    public static void main(String[] arguments) {}

    /**
     * What the code in a picture says.
     *
     * @param grey the brightness of each pixel, row by row
     * @return empty if no code is found; {@code ?} if it is of a kind that no ticket has
     */
    @JSExport
    public static String read(@JSByRef byte[] grey, int width, int height) {
        var picture = new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
        try {
            var found = new Detector(new HybridBinarizer(picture).getBlackMatrix()).detect();
            return QrMatrix.read(found.getBits());
        } catch (ReaderException none) {
            return "";
        }
    }
}
