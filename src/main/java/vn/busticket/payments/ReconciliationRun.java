package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;

/**
 * One comparison of bookings, ledger and gateway.
 *
 * @param staff who asked for it; absent for the nightly one
 * @param since attempts and payouts begun from then on were compared
 * @param until and up to then
 * @param finishedAt absent while it is going on
 * @param attempts how many attempts and payouts the gateway was asked about so far
 * @param differences how many differences were found so far
 * @param unhealed how many of them did not end with being found
 */
public record ReconciliationRun(
        RunId id,
        StartedBy startedBy,
        @Nullable AccountId staff,
        Instant since,
        Instant until,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int attempts,
        int differences,
        int unhealed) {

    /** Who wanted it. */
    public enum StartedBy {
        /** It does so by itself. */
        NIGHT,
        /** Somebody asked for it. */
        STAFF
    }

    /** True while it is going on. */
    public boolean isRunning() {
        return finishedAt == null;
    }
}
