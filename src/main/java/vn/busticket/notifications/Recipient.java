package vn.busticket.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;

/**
 * Whom the messages of a booking go to.
 *
 * @param account of whoever booked; null for a guest
 * @param departsAt when the coach leaves their stop
 * @param tripRuns false once the trip was called off
 * @param suppressedFor why the address takes no mail; null if it does
 */
record Recipient(
        String email,
        @Nullable AccountId account,
        Instant departsAt,
        boolean tripRuns,
        @Nullable SuppressionReason suppressedFor) {}
