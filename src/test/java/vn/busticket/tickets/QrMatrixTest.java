package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the camera's script reads, read here by the very same code. */
@Tag("P5.3")
class QrMatrixTest {

    private final TicketSigner signer = new TicketSigner(Samples.SEED, null);

    @Test
    void readsEveryMaskLevelAndLength() throws Exception {
        for (var level : ErrorCorrectionLevel.values()) {
            for (var mask = 0; mask < 8; mask++) {
                for (var length = 1; length < 400; length += 37) {
                    var text = "bT.".repeat(length).substring(0, length);
                    assertThat(QrMatrix.read(code(text, level, mask)))
                            .as("%s, mask %d, %d signs", level, mask, length)
                            .isEqualTo(text);
                }
            }
        }
    }

    @Test
    void mendsWhatIsDamaged() throws Exception {
        var random = new Random(5);
        var text = signer.sign(Samples.facts(41, "A05"));
        var code = code(text, ErrorCorrectionLevel.M, 3);
        for (var spot = 0; spot < 20; spot++) {
            code.flip(random.nextInt(code.getWidth()), 9 + random.nextInt(code.getWidth() - 18));
        }

        assertThat(QrMatrix.read(code)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenInAnotherWayIsNoTicket() throws Exception {
        assertThat(QrMatrix.read(code("0123456789", ErrorCorrectionLevel.M, 0)))
                .isEqualTo(QrReader.OTHER);
    }

    @Test
    void findsATicketInAPicture() throws IOException {
        var text = signer.sign(Samples.facts(41, "A05"));
        var picture = ImageIO.read(new ByteArrayInputStream(QrCode.of(text).png(5)));

        assertThat(QrReader.read(grey(picture), picture.getWidth(), picture.getHeight()))
                .isEqualTo(text);
        assertThat(QrReader.read(new byte[640 * 480], 640, 480)).isEmpty();
    }

    private static byte[] grey(BufferedImage picture) {
        var grey = new byte[picture.getWidth() * picture.getHeight()];
        for (var index = 0; index < grey.length; index++) {
            var x = index % picture.getWidth();
            grey[index] = (byte) (picture.getRGB(x, index / picture.getWidth()) & 0xff);
        }
        return grey;
    }

    private static BitMatrix code(String text, ErrorCorrectionLevel level, int mask)
            throws Exception {
        var hints =
                Map.of(EncodeHintType.QR_MASK_PATTERN, mask, EncodeHintType.CHARACTER_SET, "UTF-8");
        var drawn = Encoder.encode(text, level, hints).getMatrix();
        var code = new BitMatrix(drawn.getWidth());
        for (var y = 0; y < drawn.getHeight(); y++) {
            for (var x = 0; x < drawn.getWidth(); x++) {
                if (drawn.get(x, y) == 1) {
                    code.set(x, y);
                }
            }
        }
        return code;
    }
}
