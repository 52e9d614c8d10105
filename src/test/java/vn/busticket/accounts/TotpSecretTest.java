package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Codes of the second factor, by the examples of RFC 6238 (appendix B), of which six digits count.
 */
@Tag("P7.1")
class TotpSecretTest {

    /** The secret of the examples, "12345678901234567890", in base32. */
    private static final TotpSecret EXAMPLE = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theExamplesOfTheStandardHold(long second, String eightDigits) {
        assertThat(EXAMPLE.codeAt(Instant.ofEpochSecond(second)))
                .isEqualTo(eightDigits.substring(2));
    }

    @Test
    void oneStepBeforeAndOneAfterAreTakenAndNoMore() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        for (var seconds : new int[] {-30, 0, 30}) {
            var then = now.plusSeconds(seconds);
            assertThat(EXAMPLE.stepOf(EXAMPLE.codeAt(then), now))
                    .hasValue(then.getEpochSecond() / 30);
        }
        for (var seconds : new int[] {-60, 60}) {
            assertThat(EXAMPLE.stepOf(EXAMPLE.codeAt(now.plusSeconds(seconds)), now)).isEmpty();
        }
        assertThat(EXAMPLE.stepOf("", now)).isEmpty();
        assertThat(EXAMPLE.stepOf("\u0660\u0661\u0662\u0663\u0664\u0665", now)).isEmpty();
    }

    @Test
    void anAppReadsWhoseSecretItIs() {
        assertThat(EXAMPLE.address("a+b@busticket.vn"))
                .isEqualTo(
                        "otpauth://totp/BusTicket:a%2Bb%40busticket.vn?secret="
                                + EXAMPLE.text()
                                + "&issuer=BusTicket");
        assertThat(EXAMPLE.spaced()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void everySecretIsAnotherAndIsNeverPrinted() {
        var one = TotpSecret.random();
        assertThat(one).isNotEqualTo(TotpSecret.random());
        assertThat(one.text()).hasSize(32);
        assertThat(one.toString()).doesNotContain(one.text());
        assertThatThrownBy(() -> new TotpSecret("GEZDGNBV"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("GEZDGNBV");
    }
}
