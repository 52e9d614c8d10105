package vn.busticket.tickets;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks scanned tickets with public keys alone, so that it works without a network. */
public final class TicketVerifier {

    private final Map<Integer, PublicKey> keys;

    /**
     * @param keys Ed25519 keys that tickets may have been signed with
     */
    public TicketVerifier(Collection<PublicKey> keys) {
        this.keys = keys.stream().collect(Collectors.toMap(SigningKey::idOf, key -> key));
    }

    /** The keys, for a check on another device. */
    public Collection<PublicKey> keys() {
        return keys.values();
    }

    /** The keys as a phone needs them that checks tickets by itself. */
    public List<PublishedKey> published() {
        return keys.entrySet().stream()
                .map(key -> new PublishedKey("%08x".formatted(key.getKey()), raw(key.getValue())))
                .toList();
    }

    private static String raw(PublicKey key) {
        return Base64.getEncoder().encodeToString(SigningKey.raw(key));
    }

    /** Looks at a scanned text. */
    public TicketCheck check(String scanned) {
        return TicketText.read(scanned).map(this::check).orElseGet(TicketCheck.Unreadable::new);
    }

    private TicketCheck check(TicketText text) {
        var key = keys.get(text.keyId());
        if (key == null) {
            return new TicketCheck.UnknownKey();
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text.signed());
            return signature.verify(text.signature())
                    ? new TicketCheck.Genuine(text.facts())
                    : new TicketCheck.Forged();
        } catch (GeneralSecurityException malformed) {
            return new TicketCheck.Forged();
        }
    }
}
