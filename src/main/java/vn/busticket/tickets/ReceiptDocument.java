package vn.busticket.tickets;

import java.time.Instant;
import java.util.List;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/**
 * A receipt for the money of one booking.
 *
 * @param number number of the receipt
 * @param bookingCode code of the booking
 * @param journey what was paid for
 * @param payerName name of the buyer
 * @param payerContact masked telephone and address of the buyer, a line each
 * @param lines a line per seat
 * @param payments the transfers, at least one, oldest first
 * @param language language of the booking
 */
public record ReceiptDocument(
        String number,
        String bookingCode,
        Journey journey,
        String payerName,
        List<String> payerContact,
        List<ReceiptLine> lines,
        List<ReceiptPayment> payments,
        Language language) {

    public ReceiptDocument {
        payerContact = List.copyOf(payerContact);
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        if (payments.isEmpty()) {
            throw new IllegalArgumentException("A receipt without a payment: " + bookingCode);
        }
    }

    /** What the seats cost together. */
    public Vnd total() {
        return Vnd.sum(lines.stream().map(ReceiptLine::price).toList());
    }

    /** What arrived in all transfers. */
    public Vnd received() {
        return Vnd.sum(payments.stream().map(ReceiptPayment::amount).toList());
    }

    /** When the last transfer arrived. */
    public Instant paidAt() {
        return payments.getLast().at();
    }
}
