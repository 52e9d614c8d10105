package vn.busticket.backoffice;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.payments.PayableId;
import vn.busticket.payments.PaymentSearch;
import vn.busticket.payments.RefundId;

/** Where the money screens are, and what a person means who types into their search. */
@Component
class MoneyAddresses {

    static final String ATTEMPTS = "admin/payments";
    static final String TRANSFERS = "admin/payments/transactions";
    static final String EXCEPTIONS = "admin/payments/exceptions";
    static final String REFUNDS = "admin/payments/refunds";
    static final String RECONCILIATION = "admin/payments/reconciliation";
    static final String WEBHOOK = "admin/payments/webhook";
    static final String BOOKING = "admin/payments/booking/";

    private final BookingQueries bookings;

    MoneyAddresses(BookingQueries bookings) {
        this.bookings = bookings;
    }

    /** The page of a booking's money if its code was typed, else the attempts that match. */
    String found(String typed) {
        return booking(typed)
                .map(booking -> ofBooking(booking.code()))
                .orElseGet(() -> withQuery(ATTEMPTS, Map.of("q", typed)));
    }

    /** What to look for among attempts and transfers. */
    PaymentSearch search(String typed) {
        return PaymentSearch.of(typed, payable(typed));
    }

    static String ofBooking(String code) {
        return BOOKING + code;
    }

    static String ofRefund(RefundId id) {
        return REFUNDS + "?id=" + id.value();
    }

    /** An address with its query; empty values are left out. */
    static String withQuery(String address, Map<String, String> values) {
        var given = new LinkedHashMap<>(values);
        given.values().removeIf(String::isEmpty);
        return given.isEmpty()
                ? address
                : address + "?" + QueryParameters.simple(given).getQueryString();
    }

    private Optional<PayableId> payable(String typed) {
        return booking(typed).map(BookingDetails::payable);
    }

    private Optional<BookingDetails> booking(String typed) {
        return typed.isBlank() ? Optional.empty() : bookings.byCode(typed);
    }
}
