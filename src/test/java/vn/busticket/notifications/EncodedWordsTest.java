package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Read back with the mail library, whatever was written. */
@Tag("P6.2")
class EncodedWordsTest {

    /** RFC 2047, 2. */
    private static final int LONGEST_WORD = 75;

    @Example
    void whatNeedsNoWordsStaysReadable() {
        assertThat(EncodedWords.of("Your ticket: Sai Gon - Da Lat")).startsWith("Your ticket");
    }

    @Example
    void whatLooksLikeAWordComesOutAsItWasTyped() throws Exception {
        var typed = "=?UTF-8?B?SOG6oW5o?= =?UTF-8?Q?x?=";
        assertThat(MimeUtility.decodeText(typed))
                .as("if it were sent as it is")
                .isNotEqualTo(typed);
        assertThat(MimeUtility.decodeText(EncodedWords.of(typed))).isEqualTo(typed);
    }

    @Property(tries = 500)
    void itSaysTheSame(@ForAll String typed) throws Exception {
        var text =
                "Vé " + new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var encoded = EncodedWords.of(text);

        assertThat(encoded.split(" ", -1))
                .allSatisfy(word -> {
                    assertThat(word).matches("=\\?UTF-8\\?B\\?[A-Za-z0-9+/]+=*\\?=");
                    assertThat(word.length()).isLessThanOrEqualTo(LONGEST_WORD);
                });
        assertThat(MimeUtility.decodeText(encoded)).isEqualTo(text);
    }
}
