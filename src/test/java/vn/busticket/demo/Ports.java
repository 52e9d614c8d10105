package vn.busticket.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Which ports of this machine are free. */
final class Ports {

    private static final int WAIT_MILLIS = 300;

    private Ports() {}

    static boolean isTaken(int port) {
        return answers(port) || !canBeBound(port);
    }

    /**
     * Makes sure that a port is free.
     *
     * @throws CannotStart naming the port, what it is for and the setting that moves it
     */
    static void requireFree(int port, String purpose, String setting) throws CannotStart {
        if (isTaken(port)) {
            throw new CannotStart(
                    "Port %d, which %s needs, is taken by something else: stop that, or set %s to a free port."
                            .formatted(port, purpose, setting));
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAIT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean canBeBound(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
