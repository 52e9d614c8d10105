package vn.busticket.tickets;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import vn.busticket.shared.Stretch;

/**
 * The text in a ticket's QR code: {@code BT1.payload.signature}.
 *
 * <p>{@code BT1} is the version. Payload and signature are base64url without padding. The signature
 * is Ed25519 (RFC 8032, 64 bytes) over the ASCII bytes of everything before the second full stop.
 * The payload is, big endian:
 *
 * <table>
 * <caption>Payload</caption>
 * <tr><th>bytes</th><th>content</th></tr>
 * <tr><td>4</td><td>key id: first four bytes of SHA-256 of the public key's 32 bytes</td></tr>
 * <tr><td>8</td><td>ticket id</td></tr>
 * <tr><td>8</td><td>booking code, ASCII</td></tr>
 * <tr><td>8</td><td>trip id</td></tr>
 * <tr><td>1 + 1</td><td>boarding and drop-off stop, as sequence on the route</td></tr>
 * <tr><td>4</td><td>departure from the boarding stop, seconds since 1970 UTC, unsigned</td></tr>
 * <tr><td>4</td><td>issued, likewise</td></tr>
 * <tr><td>rest</td><td>seat label, UTF-8</td></tr>
 * </table>
 *
 * @param keyId which key signed
 * @param facts what is stated
 * @param signed the bytes that the signature covers
 * @param signature the signature itself
 */
record TicketText(int keyId, TicketFacts facts, byte[] signed, byte[] signature) {

    private static final String VERSION = "BT1.";
    private static final int FIXED_BYTES = 38;

    /** The part before the signature. */
    static String toSign(int keyId, TicketFacts facts) {
        var seat = facts.seat().getBytes(StandardCharsets.UTF_8);
        var payload =
                ByteBuffer.allocate(FIXED_BYTES + seat.length)
                        .putInt(keyId)
                        .putLong(facts.ticketId())
                        .put(facts.bookingCode().getBytes(StandardCharsets.US_ASCII))
                        .putLong(facts.tripId())
                        .put((byte) facts.stretch().from())
                        .put((byte) facts.stretch().to())
                        .putInt((int) facts.departsAt().getEpochSecond())
                        .putInt((int) facts.issuedAt().getEpochSecond())
                        .put(seat);
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.array());
    }

    /** The whole text. */
    static String signed(String toSign, byte[] signature) {
        return toSign + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Takes a scanned text apart; empty if it does not have this form. */
    static Optional<TicketText> read(String scanned) {
        var end = scanned.lastIndexOf('.');
        if (!scanned.startsWith(VERSION) || end <= VERSION.length() || scanned.length() > 200) {
            return Optional.empty();
        }
        try {
            var decoder = Base64.getUrlDecoder();
            var payload = ByteBuffer.wrap(decoder.decode(scanned.substring(VERSION.length(), end)));
            var keyId = payload.getInt();
            return Optional.of(
                    new TicketText(
                            keyId,
                            facts(payload),
                            scanned.substring(0, end).getBytes(StandardCharsets.US_ASCII),
                            decoder.decode(scanned.substring(end + 1))));
        } catch (IllegalArgumentException | BufferUnderflowException otherForm) {
            return Optional.empty();
        }
    }

    private static TicketFacts facts(ByteBuffer payload) {
        var ticketId = payload.getLong();
        var code = new byte[8];
        payload.get(code);
        var tripId = payload.getLong();
        var stretch =
                new Stretch(Byte.toUnsignedInt(payload.get()), Byte.toUnsignedInt(payload.get()));
        var departsAt = Instant.ofEpochSecond(Integer.toUnsignedLong(payload.getInt()));
        var issuedAt = Instant.ofEpochSecond(Integer.toUnsignedLong(payload.getInt()));
        var seat = StandardCharsets.UTF_8.decode(payload).toString();
        return new TicketFacts(
                ticketId,
                new String(code, StandardCharsets.US_ASCII),
                tripId,
                seat,
                stretch,
                departsAt,
                issuedAt);
    }
}
