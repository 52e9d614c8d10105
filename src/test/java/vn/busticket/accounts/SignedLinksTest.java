package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.testing.SettableClock;

/** Links and visitors that nobody else can make. */
@Tag("P2.3")
@Tag("P4.3")
class SignedLinksTest {

    private static final String OLD = key("the secret of last year, 32 byte");
    private static final String NEW = key("the secret of this year, 32 byte");

    private final SettableClock clock = new SettableClock();
    private final SignedLinks links = new SignedLinks(new LinkSecretProperties(NEW, OLD), clock);

    @Test
    void aLinkNamesItsSubjectUntilItExpires() {
        var signed = links.sign("unsubscribe", "Đà Lạt 42", SettableClock.START.plusSeconds(60));

        assertThat(signed).matches("[A-Za-z0-9_-]+");
        assertThat(links.verify("unsubscribe", signed)).contains("Đà Lạt 42");
        clock.advance(Duration.ofSeconds(60));
        assertThat(links.verify("unsubscribe", signed)).isEmpty();
    }

    @Test
    void aLinkForOnePurposeIsNoneForAnother() {
        var signed = links.sign("unsubscribe", "42", SettableClock.START.plusSeconds(60));

        assertThat(links.verify("refund", signed)).isEmpty();
    }

    @Test
    void aLinkWithAnyBitChangedIsForged() {
        var signed = links.sign("unsubscribe", "42", SettableClock.START.plusSeconds(60));
        var bytes = Base64.getUrlDecoder().decode(signed);

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(links.verify("unsubscribe", forged)).as("bit %s", bit).isEmpty();
        }
    }

    @Test
    void nonsenseIsNoLink() {
        for (var nonsense : new String[] {"", "x", "§§", "AAAA", "a".repeat(10_000)}) {
            assertThat(links.verify("unsubscribe", nonsense)).isEmpty();
        }
    }

    @Test
    void aLinkMadeWithThePreviousSecretIsStillGood() {
        var before = new SignedLinks(new LinkSecretProperties(OLD, ""), clock);
        var signed = before.sign("unsubscribe", "42", SettableClock.START.plusSeconds(60));
        var after = new SignedLinks(new LinkSecretProperties(NEW, ""), clock);

        assertThat(links.verify("unsubscribe", signed)).contains("42");
        assertThat(after.verify("unsubscribe", signed)).isEmpty();
    }

    @Test
    void aVisitorIsKnownForAYearAndRenewedAfterAWeek() {
        var cookies = new VisitorCookies(links, clock);
        var visitor = new VisitorId(UUID.fromString("2b1a4a52-6f5c-4b8e-8f53-6d2f9f4d2f10"));
        var cookie = cookies.sign(visitor);

        assertThat(cookies.verify(cookie)).contains(visitor);
        assertThat(cookies.isDueForRenewal(cookie)).isFalse();
        clock.advance(Duration.ofDays(8));
        assertThat(cookies.isDueForRenewal(cookie)).isTrue();
        clock.advance(Duration.ofDays(358));
        assertThat(cookies.verify(cookie)).isEmpty();
    }

    @Test
    void aFingerprintTellsAddressesApartButNotWhatTheyAre() {
        var keys = new AddressKeys(links);

        assertThat(keys.of("203.0.113.7"))
                .isEqualTo(keys.of("203.0.113.7"))
                .isNotEqualTo(keys.of("203.0.113.8"))
                .doesNotContain("203");
        assertThat(keys.of("2001:db8:1:2::1")).isEqualTo(keys.of("2001:db8:1:2:ffff::9"));
        assertThat(keys.of("2001:db8:1:2::1")).isNotEqualTo(keys.of("2001:db8:1:3::1"));
    }

    private static String key(String text) {
        return Base64.getEncoder()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
