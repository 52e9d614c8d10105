package vn.busticket.tickets;

import java.util.List;
import java.util.Map;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.PdfPrinter;
import vn.busticket.documents.Templates;

/** Prints tickets: an A4 page per passenger, the QR code 50 mm wide. */
public final class TicketPdf {

    private final Templates templates;
    private final Imprint imprint;
    private final PdfPrinter printer = new PdfPrinter();

    public TicketPdf(Templates templates, Imprint imprint) {
        this.templates = templates;
        this.imprint = imprint;
    }

    /**
     * One PDF with a page for each ticket, in the order given.
     *
     * @throws IllegalArgumentException without a ticket
     */
    public byte[] print(List<TicketDocument> tickets) {
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("No ticket to print");
        }
        var pages = tickets.stream().map(Page::new).toList();
        return printer.print(
                templates.fill(
                        "document/ticket.ftlx",
                        tickets.getFirst().language(),
                        Map.of("pages", pages, "imprint", imprint)));
    }

    /** A ticket and its code, as the template reads them. */
    public record Page(TicketDocument ticket, QrCode code) {

        Page(TicketDocument ticket) {
            this(ticket, QrCode.of(ticket.qrText()));
        }
    }
}
