package vn.busticket.storefront;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.payments.PaymentQueries;
import vn.busticket.payments.RefundQueries;
import vn.busticket.seats.SeatQueries;
import vn.busticket.trips.Trips;

/**
 * Answers 404 to the address of a trip, hold, payment, refund or booking link that does not exist;
 * the screen behind it stays as calm as before. Codes of bookings are left out: whether one exists
 * is nobody's business.
 */
@Component
class UnknownAddresses implements VaadinServiceInitListener {

    private final Map<String, Predicate<String>> exists;

    UnknownAddresses(
            Trips trips,
            SeatQueries holds,
            PaymentQueries payments,
            RefundQueries refunds,
            BookingQueries bookings) {
        Predicate<String> refund = token -> refunds.byToken(token).isPresent();
        Predicate<String> payment = token -> payments.byToken(token).isPresent();
        exists =
                Map.of(
                        "trips",
                        number ->
                                TripAddress.read(number, Map.of())
                                        .id()
                                        .flatMap(trips::find)
                                        .isPresent(),
                        "checkout",
                        token -> holds.findByToken(token).isPresent(),
                        "payment",
                        payment,
                        "payment/success",
                        payment,
                        "payment/failure",
                        payment,
                        "refund",
                        refund,
                        "refund-account",
                        refund,
                        "b",
                        token -> bookings.byAccessToken(token).isPresent());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
    }

    private void answer(IndexHtmlResponse page) {
        var path = Optional.ofNullable(page.getVaadinRequest().getPathInfo()).orElse("");
        if (namesNothing(path)) {
            page.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean namesNothing(String path) {
        var parts = List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/"));
        var kind = String.join("/", parts.subList(0, parts.size() - 1));
        var known = exists.get(kind);
        return known != null && !known.test(parts.getLast());
    }
}
