package vn.busticket.accounts;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one browser, signed in or not, as long as it keeps its cookie.
 *
 * @param value random
 */
public record VisitorId(UUID value) implements Serializable {

    /** A visitor who was never here before. */
    public static VisitorId random() {
        return new VisitorId(UUID.randomUUID());
    }
}
