/**
 * What a passenger carries: signed tickets, their PDF, receipts and calendar files.
 *
 * <p>Ask it through: {@link vn.busticket.tickets.TicketService} (the tickets of a booking), {@link
 * vn.busticket.tickets.TicketFiles} (PDF, calendar, receipt), {@link vn.busticket.tickets.Journeys}
 * (a booking's way in words), {@link vn.busticket.tickets.TicketVerifier} (is a scanned text ours),
 * {@link vn.busticket.tickets.Manifests} (the crew's list), {@link vn.busticket.tickets.Boarding}
 * (what the crew did at the door), {@link vn.busticket.tickets.QrCode}, {@link
 * vn.busticket.tickets.PolicyWording} (what changing and cancelling cost). It tells nothing. It
 * hears: {@link vn.busticket.bookings.BookingConfirmed}, {@link
 * vn.busticket.bookings.BookingCancelled}, {@link vn.busticket.bookings.BookingPartlyCancelled},
 * {@link vn.busticket.bookings.BookingChanged}, {@link vn.busticket.bookings.BookingCalledOff},
 * {@link vn.busticket.bookings.BookingsReseated}. Owns: the tables {@code ticket}, {@code
 * boarding_entry}.
 *
 * <p>Why so: a ticket's QR code carries its own proof (Ed25519), so that a crew without network can
 * check it with the public key alone; the price is a code of 49 modules instead of 29. Files are
 * made when somebody asks for them, so that none is stored and none is out of date.
 *
 * <p>A crew's phone decides at once with the list it holds, and tells what it did as soon as it
 * can, each entry with a name of its own, so that telling twice does nothing. The price: what was
 * told wrongly without network comes out later, as a conflict that people look at.
 */
@ApplicationModule(allowedDependencies = {"bookings", "trips", "accounts", "documents", "shared"})
@NullMarked
package vn.busticket.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
