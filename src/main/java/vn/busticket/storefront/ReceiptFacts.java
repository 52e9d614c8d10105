package vn.busticket.storefront;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.payments.Receipt;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PriceTag;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Tone;

/** What was received for a booking, as names and values. */
final class ReceiptFacts extends Section {

    private static final String BETWEEN = ", ";

    ReceiptFacts(BookingDetails booking, Receipt receipt, String from, String to) {
        addClassName("card");
        var formats = Formats.current();
        var transfers = receipt.transfers();
        var badge = new Badge(Tone.OK, getTranslation("payment.paid")).with(Sign.CHECK);
        var facts =
                new Facts()
                        .with(
                                getTranslation("payment.receipt.amount"),
                                new PriceTag(receipt.amount()))
                        .with(
                                getTranslation("payment.receipt.time"),
                                formats.dateTime(receipt.paidAt()))
                        .withFigures(getTranslation("booking.code"), booking.code())
                        .with(
                                getTranslation("payment.receipt.orderCode"),
                                each(transfers, one -> Long.toString(one.orderCode())))
                        .with(
                                getTranslation("payment.receipt.bankReference"),
                                each(transfers, Receipt.Transfer::bankReference))
                        .with(
                                getTranslation("payment.receipt.method"),
                                getTranslation(receipt.methodKey()));
        var banks = transfers.stream().map(Receipt.Transfer::payerBank).filter(Objects::nonNull);
        var names = String.join(BETWEEN, banks.distinct().toList());
        if (!names.isEmpty()) {
            facts.with(getTranslation("payment.receipt.payerBank"), names);
        }
        facts.with(
                getTranslation("payment.receipt.tickets"),
                getTranslation(
                        "payment.receipt.ticketsOf",
                        booking.travellers().size(),
                        from,
                        to,
                        SeatWords.list(booking.seatLabels())));
        add(Markup.div("card-head", new H2(getTranslation("payment.receipt")), badge), facts);
    }

    private static String each(
            List<Receipt.Transfer> transfers, Function<Receipt.Transfer, String> value) {
        return String.join(BETWEEN, transfers.stream().map(value).distinct().toList());
    }
}
