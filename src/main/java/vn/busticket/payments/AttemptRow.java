package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * An attempt to pay as a list for staff shows it.
 *
 * @param gateway whose link it is
 * @param received what has arrived so far
 * @param failure why it failed, as the gateway's or our own code
 */
public record AttemptRow(
        AttemptId id,
        PayableId payable,
        String gateway,
        long orderCode,
        Vnd amount,
        Vnd received,
        AttemptState state,
        @Nullable String failure,
        Instant createdAt,
        Instant expiresAt) {}
