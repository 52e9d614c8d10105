package vn.busticket.testing;

import com.icegreen.greenmail.util.ServerSetup;
import java.util.concurrent.TimeUnit;

/** Where a mail server of the tests listens, and how long it may take to start there. */
public final class MailSetup {

    /** By itself it gives up after a second, which a busy machine may well take. */
    private static final long LONGEST_START_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private MailSetup() {}

    /**
     * A server on this machine.
     *
     * @param port 0 for any
     * @param protocol one of {@link ServerSetup}'s
     */
    public static ServerSetup on(int port, String protocol) {
        var setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(LONGEST_START_MILLIS);
        return setup;
    }
}
