package vn.busticket.notifications;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.Receipt;
import vn.busticket.tickets.ReceiptDocument;
import vn.busticket.tickets.ReceiptPayment;
import vn.busticket.tickets.TicketFiles;

/** Receipts of bookings: brings together what was bought and what was received. */
@Component
public class Receipts {

    private final PaymentQueries payments;
    private final TicketFiles files;

    Receipts(PaymentQueries payments, TicketFiles files) {
        this.payments = payments;
        this.files = files;
    }

    /** The receipt as PDF; empty as long as the booking is not paid. */
    public Optional<byte[]> pdf(BookingDetails booking) {
        return of(booking).map(files::receiptPdf);
    }

    Optional<ReceiptDocument> of(BookingDetails booking) {
        if (!booking.isPaid()) {
            return Optional.empty();
        }
        return payments.receipt(booking.payable())
                .map(receipt ->
                        files.receipt(
                                booking,
                                receipt.transfers().stream().map(Receipts::payment).toList()));
    }

    private static ReceiptPayment payment(Receipt.Transfer transfer) {
        return new ReceiptPayment(
                transfer.paidAt(),
                transfer.amount(),
                transfer.payerBank(),
                transfer.orderCode(),
                transfer.bankReference());
    }
}
