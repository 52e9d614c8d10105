package vn.busticket.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sockets to the tests' database, which count how often somebody sends something and waits for
 * its answer: what no statement can hide.
 */
public final class RoundTrips extends SocketFactory {

    private static final String ANSWERS = "tomcat-handler";

    private static volatile @Nullable AtomicInteger counted;

    /**
     * How many round trips the application's server needs to answer what a deed asks. What other
     * threads do after it, such as telling other nodes, nobody waits for.
     */
    public static int toAnswer(Runnable deed) {
        var count = new AtomicInteger();
        counted = count;
        try {
            deed.run();
        } finally {
            counted = null;
        }
        return count.get();
    }

    private static void countOne() {
        var count = counted;
        if (count != null && Thread.currentThread().getName().startsWith(ANSWERS)) {
            count.incrementAndGet();
        }
    }

    @Override
    public Socket createSocket() {
        return new CountedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw onlyUnconnected();
    }

    private static UnsupportedOperationException onlyUnconnected() {
        return new UnsupportedOperationException("The driver connects its sockets by itself");
    }

    private static final class CountedSocket extends Socket {

        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new Asking(super.getOutputStream(), asked);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Waiting(super.getInputStream(), asked);
        }
    }

    private static final class Asking extends FilterOutputStream {

        private final AtomicBoolean asked;

        Asking(OutputStream out, AtomicBoolean asked) {
            super(out);
            this.asked = asked;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            asked.set(true);
        }
    }

    /** What is sent in several parts before the answer is read is one round trip. */
    private static final class Waiting extends FilterInputStream {

        private final AtomicBoolean asked;

        Waiting(InputStream in, AtomicBoolean asked) {
            super(in);
            this.asked = asked;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (asked.getAndSet(false)) {
                countOne();
            }
            return in.read(bytes, offset, length);
        }
    }
}
