package vn.busticket.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that gives one fixed answer to every recipient. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket door;
    private final String answer;

    ScriptedSmtpServer(String answer) throws IOException {
        this.answer = answer;
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var client = door.accept()) {
                talk(client);
            } catch (IOException gone) {
                // The client or the test has hung up; the next client is served.
                continue;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 scripted");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                say(client, answer);
            } else if (line.startsWith("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 fine");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
