package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;

/** Read back with the mail library, whatever was written. */
@Tag("P6.2")
class QuotedPrintableTest {

    private static final int LONGEST_LINE = 76;

    @Property(tries = 500)
    void itSaysTheSame(@ForAll String typed) throws Exception {
        staysTheSame(typed);
    }

    /**
     * Signs with a meaning in the encoding, lines around their longest, letters of several bytes.
     */
    @Property(tries = 500)
    void itSaysTheSameInTheHardCases(
            @ForAll @CharRange(from = ' ', to = '=') @CharRange(from = 'ạ', to = 'ỹ') String typed,
            @ForAll @CharRange(from = '\n', to = '\n') @CharRange(from = ' ', to = '!')
                    String blanks)
            throws Exception {
        staysTheSame(typed + blanks + "x".repeat(typed.length() % LONGEST_LINE) + typed + blanks);
    }

    private static void staysTheSame(String typed) throws MessagingException, IOException {
        var text = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var encoded = new String(QuotedPrintable.of(text), StandardCharsets.US_ASCII);

        assertThat(encoded.split("\r\n", -1)).allSatisfy(QuotedPrintableTest::isFitToBeSent);
        assertThat(decoded(encoded)).isEqualTo(text.replace("\n", "\r\n"));
    }

    private static void isFitToBeSent(String line) {
        assertThat(line).matches("[ -~]*").doesNotEndWith(" ");
        assertThat(line.length()).isLessThanOrEqualTo(LONGEST_LINE);
    }

    private static String decoded(String encoded) throws MessagingException, IOException {
        var bytes = new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII));
        try (var text = MimeUtility.decode(bytes, "quoted-printable")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
