package vn.busticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.tickets.TicketCheck.Forged;
import vn.busticket.tickets.TicketCheck.Genuine;
import vn.busticket.tickets.TicketCheck.UnknownKey;
import vn.busticket.tickets.TicketCheck.Unreadable;

@Tag("P5.2")
class TicketSignerTest {

    private final TicketSigner signer = new TicketSigner(Samples.SEED, null);
    private final TicketFacts facts = Samples.facts(41, "A05");

    @Test
    void isCheckedWithThePublicKeyAlone() throws Exception {
        var text = signer.sign(facts);
        var published = signer.verifier().keys().iterator().next().getEncoded();
        var elsewhere =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(published));

        assertThat(new TicketVerifier(List.of(elsewhere)).check(text))
                .isEqualTo(new Genuine(facts));
    }

    /** First test vector of RFC 8032 §7.1. */
    @Test
    void derivesThePublicKeyThatTheSeedHas() {
        var seed =
                HexFormat.of()
                        .parseHex(
                                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var encoded =
                SigningKey.of(Base64.getEncoder().encodeToString(seed)).publicKey().getEncoded();

        assertThat(HexFormat.of().formatHex(encoded))
                .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void noChangedSignPasses() {
        var text = signer.sign(facts);
        for (var index = 0; index < text.length(); index++) {
            for (var other : List.of('A', 'z', '-', '.')) {
                if (text.charAt(index) != other) {
                    var changed = text.substring(0, index) + other + text.substring(index + 1);
                    assertThat(signer.verifier().check(changed))
                            .as("sign %d changed to %s", index, other)
                            .satisfies(check -> isRefusedOrSame(check));
                }
            }
        }
    }

    /** The last sign of base64 has spare bits: they may differ, what is stated may not. */
    private void isRefusedOrSame(TicketCheck check) {
        if (check instanceof Genuine genuine) {
            assertThat(genuine.facts()).isEqualTo(facts);
        }
    }

    @Test
    void aSignatureOfAnotherTicketIsForged() {
        var one = signer.sign(facts);
        var other = signer.sign(Samples.facts(42, "A06"));
        var mixed =
                one.substring(0, one.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

        assertThat(signer.verifier().check(mixed)).isEqualTo(new Forged());
    }

    @Test
    void ticketsSurviveOneChangeOfTheKey() {
        var text = signer.sign(facts);
        var renewed = new TicketSigner(Samples.OTHER_SEED, Samples.SEED);

        assertThat(renewed.verifier().check(text)).isEqualTo(new Genuine(facts));
        assertThat(renewed.verifier().check(renewed.sign(facts))).isEqualTo(new Genuine(facts));
        assertThat(new TicketSigner(Samples.OTHER_SEED, "").verifier().check(text))
                .isEqualTo(new UnknownKey());
    }

    @Test
    void whateverElseIsScannedIsUnreadable() {
        for (var text :
                List.of("", ".", "BT1.", "BT1..", "BT1.AAAA.AAAA", "https://x.vn", "BT2.A.B")) {
            assertThat(signer.verifier().check(text)).as(text).isEqualTo(new Unreadable());
        }
    }

    @Test
    void fitsIntoACodeOf49ModulesForUsualSeats() {
        assertThat(QrCode.of(signer.sign(facts)).size()).isEqualTo(49 + 8);
    }

    @Test
    void refusesASeedOfWrongLengthWithoutShowingIt() {
        assertThatThrownBy(() -> new TicketSigner("c2hvcnQ=", null))
                .hasMessage("A ticket signing key has 5 bytes instead of 32");
        assertThatThrownBy(() -> new TicketSigner("%%%", null))
                .hasMessage("A ticket signing key is not base64");
    }
}
