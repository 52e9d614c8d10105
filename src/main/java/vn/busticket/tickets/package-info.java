/**
 * What a passenger carries: signed tickets, their PDF, receipts and calendar files.
 *
 * <p>Ask it through: {@link TicketPdf}, {@link ReceiptPdf}, {@link Ics}, {@link QrCode}, {@link
 * TicketSigner}, {@link TicketVerifier}. It tells nothing. It hears nothing. It owns no table and
 * no job.
 *
 * <p>Why so: a ticket's QR code carries its own proof (Ed25519), so that a crew without network can
 * check it with the public key alone; the price is a code of 49 modules instead of 29.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.busticket.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
