package vn.busticket.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sixteen connections that post webhooks, as light as can be, since they share the machine. */
final class WebhookClients {

    static final int CLIENTS = 16;

    /** Tomcat closes a connection after a hundred. */
    private static final int CALLS_OF_A_CONNECTION = 100;

    private final int port;

    WebhookClients(int port) {
        this.port = port;
    }

    /** As fast as they are answered; calls per second. */
    double post(List<byte[]> bodies) {
        var begin = System.nanoTime();
        send(bodies, 0);
        return bodies.size() * 1e9 / (System.nanoTime() - begin);
    }

    /** At a fixed rate, whatever the answers do; milliseconds from when each was due. */
    double[] post(List<byte[]> bodies, double perSecond) {
        return send(bodies, perSecond);
    }

    private double[] send(List<byte[]> bodies, double perSecond) {
        var next = new AtomicInteger();
        var millis = new double[bodies.size()];
        var begin = System.nanoTime();
        atOnce(() -> client(bodies, next, millis, begin, perSecond));
        return millis;
    }

    /** Does the same on a thread for each client. */
    static void atOnce(Callable<Boolean> deed) {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = threads.invokeAll(Collections.nCopies(CLIENTS, deed));
            for (var client : clients) {
                if (client.state() == Future.State.FAILED) {
                    throw new IllegalStateException(client.exceptionNow());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private boolean client(
            List<byte[]> bodies,
            AtomicInteger next,
            double[] millis,
            long begin,
            double perSecond) {
        try {
            while (next.get() < bodies.size()) {
                connection(bodies, next, millis, begin, perSecond);
            }
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void connection(
            List<byte[]> bodies, AtomicInteger next, double[] millis, long begin, double perSecond)
            throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var call = 0; call < CALLS_OF_A_CONNECTION; call++) {
                var number = next.getAndIncrement();
                if (number >= bodies.size()) {
                    return;
                }
                var due = awaitTurn(number, begin, perSecond);
                socket.getOutputStream().write(request(bodies.get(number)));
                var status = answer(in);
                if (status != 200) {
                    throw new IOException("Answered " + status);
                }
                millis[number] = (System.nanoTime() - due) / 1e6;
            }
        }
    }

    /**
     * Waits until that call of a fixed rate is due; when that was. A rate of zero is due at once.
     */
    static long awaitTurn(long number, long begin, double perSecond) {
        if (perSecond == 0) {
            return System.nanoTime();
        }
        var due = begin + (long) (number * 1e9 / perSecond);
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }

    /** The call that brings a body. */
    static byte[] request(byte[] body) {
        var head =
                "POST /api/v1/payments/webhook HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** Reads an answer to its end; its status. */
    static int answer(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ")[1]);
        var length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return status;
        }
        for (var size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2);
        }
        in.skipNBytes(2);
        return status;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new IOException("The connection was closed");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }
}
