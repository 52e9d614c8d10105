package vn.busticket.notifications;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Sockets that send at once (TCP_NODELAY). SMTP is a talk of small lines: with Nagle's algorithm
 * each line waits for an acknowledgement, and a connection carries 22 messages a second instead of
 * 700. All that are open can be closed while others wait for what they say, which the mail
 * library's own connections cannot.
 */
final class PromptSockets extends SocketFactory {

    private final SocketFactory sockets;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    PromptSockets(SocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Closes all; whoever waits at one of them is told that it is closed. */
    void closeAll() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException gone) {
                // It is closed on our side, which is all that was wanted.
                continue;
            }
        }
        open.clear();
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return prompt(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return prompt(sockets.createSocket(host, port, local, localPort));
    }

    private Socket prompt(Socket socket) throws IOException {
        open.removeIf(Socket::isClosed);
        open.add(socket);
        socket.setTcpNoDelay(true);
        return socket;
    }
}
