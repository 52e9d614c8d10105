package vn.busticket.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that come and go. They lie below those that the system gives to connections:
 * else one of these could take the port while its server is away.
 */
public final class FreePorts {

    private static final int LOWEST = 10_000;
    private static final int BEYOND = 30_000;

    private FreePorts() {}

    /** One that nobody listens at. */
    public static int next() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }
}
