package vn.busticket.tickets;

/**
 * A public key that checks tickets on another device.
 *
 * @param id as it stands in the code, eight hexadecimal digits
 * @param raw the 32 bytes of the key (RFC 8032) in base64
 */
public record PublishedKey(String id, String raw) {}
