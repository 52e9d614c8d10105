package vn.busticket.stories;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.busticket.testing.WaitingBookings;
import vn.payos.PayOS;
import vn.payos.core.ClientOptions;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkRequest;

/**
 * Bookings that wait for their money, made without a browser, each with its link at the gateway.
 */
final class WaitingOrders {

    private WaitingOrders() {}

    /** That many more, a multiple of forty; their order codes. */
    static List<Long> make(Surroundings surroundings, int count) {
        return make(surroundings, count, Clock.systemUTC().instant());
    }

    /** The same, placed then. */
    static List<Long> make(Surroundings surroundings, int count, Instant placed) {
        var orders = new WaitingBookings(surroundings.database()).orders(count, placed);
        var settings = surroundings.payos().settings();
        var sdk =
                new PayOS(
                        ClientOptions.builder()
                                .clientId(settings.clientId())
                                .apiKey(settings.apiKey())
                                .checksumKey(settings.checksumKey())
                                .baseURL(surroundings.payos().baseUrl())
                                .build());
        for (var order : orders) {
            sdk.paymentRequests()
                    .create(
                            CreatePaymentLinkRequest.builder()
                                    .orderCode(order)
                                    .amount(WaitingBookings.PRICE_VND)
                                    .description("VE XE")
                                    .returnUrl("http://localhost/payment/success/x")
                                    .cancelUrl("http://localhost/payment/failure/x")
                                    .build());
        }
        sdk.close();
        return orders;
    }
}
