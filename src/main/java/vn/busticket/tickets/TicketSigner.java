package vn.busticket.tickets;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Signs what a ticket's QR code states; the text's form stands at {@code TicketText}. */
public final class TicketSigner {

    private final SigningKey key;
    private final TicketVerifier verifier;

    /**
     * @param seed Ed25519 seed in base64, signs and checks
     * @param previousSeed the seed before it, only checks, so that tickets survive a change of key
     * @throws IllegalArgumentException if a seed is not 32 bytes in base64
     */
    public TicketSigner(String seed, @Nullable String previousSeed) {
        key = SigningKey.of(seed);
        var keys = new ArrayList<PublicKey>();
        keys.add(key.publicKey());
        if (previousSeed != null && !previousSeed.isBlank()) {
            var previous = SigningKey.of(previousSeed).publicKey();
            if (!previous.equals(key.publicKey())) {
                keys.add(previous);
            }
        }
        verifier = new TicketVerifier(keys);
    }

    /** The text for the QR code. */
    public String sign(TicketFacts facts) {
        var toSign = TicketText.toSign(SigningKey.idOf(key.publicKey()), facts);
        return TicketText.signed(toSign, key.sign(toSign.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Checks tickets signed with this key or the one before it. */
    public TicketVerifier verifier() {
        return verifier;
    }
}
