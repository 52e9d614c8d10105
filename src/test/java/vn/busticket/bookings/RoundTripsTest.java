package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.accounts.VisitorId;
import vn.busticket.testing.RoundTrips;

/**
 * How often a webhook goes to the database and back until it is answered. Under load this decides
 * how many payments can be taken; whoever needs one more has to find one that is not needed.
 */
@Tag("P3.4")
class RoundTripsTest extends GatewayBookingTest {

    /** Two to record; the others in the transaction that settles, its commit included. */
    private static final int CONFIRMATION = 16;

    private static final int DUPLICATE = 2;

    /** The first ones on a connection also look up types and whether it is alive. */
    private static final int TRIES = 6;

    @Test
    void aPaymentIsConfirmedInFew() {
        assertThat(fewest(number -> paymentOf(seat(number)))).isEqualTo(CONFIRMATION);
        assertThat(confirmed()).isEqualTo(TRIES);
    }

    @Test
    void aPartyIsConfirmedInAsFewAsOnePassenger() {
        assertThat(fewest(number -> paymentOf(seat(2 * number), seat(2 * number + 1))))
                .isEqualTo(CONFIRMATION);
        assertThat(confirmed()).isEqualTo(TRIES);
    }

    @Test
    void aWebhookThatComesAgainIsAnsweredInFewer() {
        var payment = paymentOf("A01");
        deliver(payment);
        assertThat(fewest(number -> payment)).isEqualTo(DUPLICATE);
    }

    private int fewest(IntFunction<byte[]> webhook) {
        return IntStream.range(0, TRIES)
                .mapToObj(webhook)
                .mapToInt(body -> RoundTrips.toAnswer(() -> deliver(body)))
                .min()
                .orElseThrow();
    }

    private int confirmed() {
        return database.sql(
                        "select count(*) from booking where trip_id = :trip and state = 'CONFIRMED'")
                .param("trip", trip.value())
                .query(Integer.class)
                .single();
    }

    private static String seat(int number) {
        return "A%02d".formatted(number + 1);
    }

    private byte[] paymentOf(String... seats) {
        var visitor = VisitorId.random();
        var orderCode = startPaying(place(visitor, seats), visitor);
        var link = GATEWAY.find(Long.toString(orderCode)).orElseThrow();
        return GATEWAY.signedWebhook(
                GATEWAY.webhookData(orderCode, GATEWAY.transfer(orderCode, link.amount())));
    }

    private void deliver(byte[] body) {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(address() + "/api/v1/payments/webhook"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        } catch (IOException failed) {
            throw new AssertionError("No answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped", stopped);
        }
    }
}
