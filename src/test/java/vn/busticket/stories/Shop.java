package vn.busticket.stories;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.VietnamTime;

/**
 * One installation that the stories of this run share: its surroundings, one process and one
 * browser.
 */
final class Shop {

    private static @Nullable Shop shared;

    private final Surroundings surroundings;
    private Node node;
    private final Chromium chromium;

    private Shop(Surroundings surroundings, Node node, Chromium chromium) {
        this.surroundings = surroundings;
        this.node = node;
        this.chromium = chromium;
    }

    /** The shared one, started by the first who asks. */
    static synchronized Shop shared() throws IOException, InterruptedException {
        if (shared == null) {
            shared = open(Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** One of its own, whose settings differ. */
    static Shop open(Map<String, String> changes) throws IOException, InterruptedException {
        var surroundings = new Surroundings();
        var node = Node.start(surroundings, changes);
        surroundings.payos().setWebhookUrl(node.address() + "/api/v1/payments/webhook");
        return new Shop(surroundings, node, Chromium.start());
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Node node() {
        return node;
    }

    /** Starts a process that died again, at the same address and on the same database. */
    void startAgain(Map<String, String> changes) throws IOException, InterruptedException {
        node = Node.start(surroundings, changes, node.port());
    }

    Passenger passenger(Words words) {
        return passengerAt(node.address(), words);
    }

    /** A visitor of another process of the installation. */
    Passenger passengerAt(String address, Words words) {
        return new Passenger(chromium, words, address);
    }

    /** A day in Vietnam, so many days from today. */
    static LocalDate day(int daysFromToday) {
        return VietnamTime.dayOf(Clock.systemUTC().instant()).plusDays(daysFromToday);
    }

    void close() {
        chromium.close();
        node.close();
        surroundings.close();
    }
}
