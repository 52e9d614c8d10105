package vn.busticket.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Webhooks at a fixed rate, whatever the answers do; what is refused is sent again later, as PayOS
 * does. Its many connections are threads of their own, so that they share the machine fairly.
 */
final class Rush {

    private static final int CONNECTIONS = 256;
    private static final int CALLS_OF_A_CONNECTION = 100;
    private static final int ACCEPTED = 200;
    private static final int REFUSED = 503;

    private final int port;
    private final Queue<byte[]> bodies;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final Queue<Integer> neither = new ConcurrentLinkedQueue<>();
    private final Queue<Double> refusedMillis = new ConcurrentLinkedQueue<>();

    Rush(int port, List<byte[]> bodies) {
        this.port = port;
        this.bodies = new ConcurrentLinkedQueue<>(bodies);
    }

    /**
     * What became of it.
     *
     * @param offered calls that were sent
     * @param accepted calls that were answered 200
     * @param neither every other status than 200 and 503
     * @param refusedMillis how long each refusal took
     */
    record Outcome(long offered, long accepted, List<Integer> neither, double[] refusedMillis) {}

    /** Sends so many a second for that time. */
    Outcome last(Duration time, double perSecond) {
        var begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var clients = new ArrayList<Future<?>>();
            for (var client = 0; client < CONNECTIONS; client++) {
                clients.add(threads.submit(() -> client(begin, begin + time.toNanos(), perSecond)));
            }
            for (var client : clients) {
                client.get();
            }
        } catch (Exception failed) {
            throw new IllegalStateException("A connection was not answered", failed);
        }
        return new Outcome(
                sent.get(),
                accepted.get(),
                List.copyOf(neither),
                refusedMillis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void client(long begin, long end, double perSecond) {
        while (System.nanoTime() < end) {
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                var in = new BufferedInputStream(socket.getInputStream());
                for (var call = 0; call < CALLS_OF_A_CONNECTION; call++) {
                    WebhookClients.awaitTurn(sent.getAndIncrement(), begin, perSecond);
                    var body = bodies.poll();
                    if (System.nanoTime() >= end || body == null) {
                        return;
                    }
                    var answer = send(socket, in, body);
                    note(body, answer);
                    if (answer.status() != ACCEPTED) {
                        break; // Tomcat closes a connection on which it answered 503
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private record Answer(int status, double millis) {}

    private static Answer send(Socket socket, BufferedInputStream in, byte[] body)
            throws IOException {
        var begun = System.nanoTime();
        socket.getOutputStream().write(WebhookClients.request(body));
        var status = WebhookClients.answer(in);
        return new Answer(status, (System.nanoTime() - begun) / 1e6);
    }

    private void note(byte[] body, Answer answer) {
        switch (answer.status()) {
            case ACCEPTED -> accepted.incrementAndGet();
            case REFUSED -> {
                refusedMillis.add(answer.millis());
                bodies.add(body);
            }
            default -> neither.add(answer.status());
        }
    }
}
