package vn.busticket.stories;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import vn.busticket.tickets.QrCode;

/** What a camera sees when somebody holds a ticket before it. */
final class TicketFilm {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 5;
    private static final int PIXELS_OF_A_MODULE = 6;

    private TicketFilm() {}

    /** A film of a ticket with that code, slightly grey as by night. */
    static Path of(String qrText) throws IOException {
        var code =
                ImageIO.read(new ByteArrayInputStream(QrCode.of(qrText).png(PIXELS_OF_A_MODULE)));
        var light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, (byte) 90);
        var left = (WIDTH - code.getWidth()) / 2;
        var top = (HEIGHT - code.getHeight()) / 2;
        for (var y = 0; y < code.getHeight(); y++) {
            for (var x = 0; x < code.getWidth(); x++) {
                var isDark = (code.getRGB(x, y) & 0xff) < 128;
                light[(top + y) * WIDTH + left + x] = (byte) (isDark ? 40 : 200);
            }
        }
        var colour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colour, (byte) 128);
        var film = Files.createTempFile("ticket", ".y4m");
        film.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(film)) {
            write(out, "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n".formatted(WIDTH, HEIGHT));
            for (var frame = 0; frame < FRAMES; frame++) {
                write(out, "FRAME\n");
                out.write(light);
                out.write(colour);
            }
        }
        return film;
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
    }
}
