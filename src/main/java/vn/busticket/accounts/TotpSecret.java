package vn.busticket.accounts;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a person's phone and we alone know, and the codes that follow from it: six digits for each
 * half minute after RFC 6238, with HMAC-SHA-1, which is what all authenticator apps understand.
 *
 * @param text base32 without padding (RFC 4648), at least 128 bits
 */
public record TotpSecret(String text) {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{26,128}");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final int LETTERS = 32;
    private static final int BITS_OF_A_LETTER = 5;
    private static final int MILLION = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    public TotpSecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("No base32 of at least 128 bits");
        }
    }

    /** A new secret of 160 bits. */
    public static TotpSecret random() {
        var text = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new TotpSecret(text.toString());
    }

    /** The code of the half minute to which an instant belongs. */
    public String codeAt(Instant instant) {
        return code(stepOf(instant));
    }

    /**
     * What an authenticator app reads from a QR code.
     *
     * @param person whose entry it becomes, for example an e-mail address
     */
    public String address(String person) {
        return "otpauth://totp/BusTicket:%s?secret=%s&issuer=BusTicket"
                .formatted(encoded(person), text);
    }

    /** In groups of four letters, to be typed by hand. */
    public String spaced() {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /**
     * The step that a typed code belongs to: the present one, or that before or after it, because
     * clocks differ and people type slowly; empty for every other code.
     */
    OptionalLong stepOf(String code, Instant now) {
        var present = stepOf(now);
        return CODE.matcher(code).matches()
                ? LongStream.of(present, present - 1, present + 1)
                        .filter(step -> isCode(code, step))
                        .findFirst()
                : OptionalLong.empty();
    }

    private boolean isCode(String code, long step) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII),
                code(step).getBytes(StandardCharsets.US_ASCII));
    }

    private static long stepOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP.toSeconds());
    }

    /** Dynamic truncation after RFC 4226, 5.3. */
    private String code(long step) {
        var mac = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = mac[mac.length - 1] & 0xf;
        var number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % MILLION);
    }

    private byte[] mac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA1", impossible);
        }
    }

    private byte[] bytes() {
        var bytes = ByteBuffer.allocate(text.length() * BITS_OF_A_LETTER / Byte.SIZE);
        var bits = 0;
        var waiting = 0;
        for (var letter : text.toCharArray()) {
            waiting = waiting << BITS_OF_A_LETTER | ALPHABET.indexOf(letter);
            bits += BITS_OF_A_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (waiting >> bits));
            }
        }
        return bytes.array();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret[]";
    }
}
