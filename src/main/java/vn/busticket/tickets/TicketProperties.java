package vn.busticket.tickets;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that sign tickets.
 *
 * @param ticketSigningKey TICKET_SIGNING_KEY: an Ed25519 seed, 32 random bytes in base64
 * @param ticketSigningKeyPrevious TICKET_SIGNING_KEY_PREVIOUS: the seed before, which still checks
 */
@ConfigurationProperties("busticket.keys")
record TicketProperties(
        @DefaultValue("") String ticketSigningKey,
        @DefaultValue("") String ticketSigningKeyPrevious) {

    @Override
    public String toString() {
        return "TicketProperties[]";
    }
}
