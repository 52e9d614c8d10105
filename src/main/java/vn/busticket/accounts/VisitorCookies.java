package vn.busticket.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The value of a visitor's cookie: only this installation can make one. */
@Component
public class VisitorCookies {

    /** How long a browser that never comes back is remembered. */
    public static final Duration LIFETIME = Duration.ofDays(365);

    private static final Duration RENEWED_AFTER = Duration.ofDays(7);
    private static final String PURPOSE = "visitor";

    private final SignedLinks links;
    private final Clock clock;

    VisitorCookies(SignedLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** A value that names the visitor for another year. */
    public String sign(VisitorId visitor) {
        return links.sign(PURPOSE, visitor.value().toString(), clock.instant().plus(LIFETIME));
    }

    /** The visitor whom a value names, empty if it is forged or expired. */
    public Optional<VisitorId> verify(String cookie) {
        return links.verify(PURPOSE, cookie)
                .map(subject -> new VisitorId(UUID.fromString(subject)));
    }

    /** True for a genuine value that is so old that the visitor should get a new one. */
    public boolean isDueForRenewal(String cookie) {
        var renewal = clock.instant().plus(LIFETIME).minus(RENEWED_AFTER);
        return links.read(PURPOSE, cookie)
                .filter(content -> content.expires().isBefore(renewal))
                .isPresent();
    }
}
