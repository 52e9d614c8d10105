package vn.busticket.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that does what its script says, and remembers what it was handed. */
public final class ScriptedSmtpServer implements AutoCloseable {

    private static final String GO_ON = "354 go on";

    private final ServerSocket door;
    private final Thread serving;
    private final Script script;
    private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    /** What it does; whoever makes it wait makes the client wait. */
    public interface Script {

        /**
         * The answer to one step of the talk.
         *
         * @param step {@code CONNECT}, a verb of SMTP, or {@code END} of a message
         * @param line what the client said
         * @return the line to say; empty for the usual one; null to hang up
         */
        @Nullable String answer(String step, String line);
    }

    /** A message that it was handed in full, whatever it answered. */
    public record Mail(String recipient, String messageId, String sender) {}

    /** Refuses or takes every recipient with the same words. */
    ScriptedSmtpServer(String answer) throws IOException {
        this(0, (step, line) -> step.equals("RCPT") ? answer : "");
    }

    /** Does what its script says, on that port or on any. */
    public ScriptedSmtpServer(int port, Script script) throws IOException {
        this.script = script;
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        serving = Thread.ofVirtual().start(this::serve);
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** What it was handed in full. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    int connections() {
        return connections.get();
    }

    /** Hangs up on everybody; afterwards the port is free. */
    @Override
    public void close() throws IOException {
        door.close();
        awaitThatThePortIsFree();
        for (var client : clients) {
            client.close();
        }
    }

    /** Until whoever waits at a closed door has noticed it, the system keeps the port. */
    private void awaitThatThePortIsFree() {
        try {
            serving.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                connections.incrementAndGet();
                clients.add(client);
                Thread.ofVirtual().start(() -> talkUntilGone(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talkUntilGone(Socket client) {
        try (client) {
            talk(client);
        } catch (IOException gone) {
            // The client or the test has hung up; others are served.
            return;
        }
    }

    private void talk(Socket client) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var sender = "";
        var recipient = "";
        if (say(client, "CONNECT", "", "220 scripted").isEmpty()) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            if (verb.equals("MAIL")) {
                sender = line;
            } else if (verb.equals("RCPT")) {
                recipient = line;
            }
            var usual = verb.equals("DATA") ? GO_ON : "250 fine";
            var said = say(client, verb, line, usual);
            if (said.isEmpty() || verb.equals("QUIT")) {
                return;
            }
            if (said.equals(GO_ON)) {
                mails.add(new Mail(recipient, messageId(in), sender));
                var taken = "250 taken as " + count.incrementAndGet();
                if (say(client, "END", recipient, taken).isEmpty()) {
                    return;
                }
            }
        }
    }

    private static String messageId(BufferedReader in) throws IOException {
        var id = "";
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                id = line.substring("Message-ID:".length()).strip();
            }
        }
        return id;
    }

    /** What it said; empty if it hung up instead. */
    private String say(Socket client, String step, String line, String usual) throws IOException {
        var answer = script.answer(step, line);
        if (answer == null) {
            return "";
        }
        var said = answer.isEmpty() ? usual : answer;
        client.getOutputStream().write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
        return said;
    }
}
