package vn.busticket.tickets;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Templates;

/** The keys and printers of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TicketProperties.class)
class TicketsConfiguration {

    @Bean
    TicketSigner ticketSigner(TicketProperties properties) {
        if (properties.ticketSigningKey().isBlank()) {
            throw new IllegalStateException(
                    "TICKET_SIGNING_KEY is missing; make one with: openssl rand -base64 32");
        }
        return new TicketSigner(
                properties.ticketSigningKey(), properties.ticketSigningKeyPrevious());
    }

    @Bean
    TicketVerifier ticketVerifier(TicketSigner signer) {
        return signer.verifier();
    }

    @Bean
    TicketPdf ticketPdf(Templates templates, Imprint imprint) {
        return new TicketPdf(templates, imprint);
    }

    @Bean
    ReceiptPdf receiptPdf(Templates templates, Imprint imprint) {
        return new ReceiptPdf(templates, imprint);
    }
}
