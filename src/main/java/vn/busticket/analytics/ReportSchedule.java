package vn.busticket.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.busticket.accounts.AccountId;

/**
 * A report that is sent by itself, as its owner sees it.
 *
 * @param plan what is sent; its recipients are those who still want it
 * @param unsubscribed how many do not want it any more
 * @param nextDueAt empty once it was stopped
 * @param stoppedBecause why it is not sent any more, if so
 * @param runs the last times, the latest first
 */
public record ReportSchedule(
        ReportScheduleId id,
        AccountId owner,
        ReportPlan plan,
        int unsubscribed,
        Optional<Instant> nextDueAt,
        Optional<StopCause> stoppedBecause,
        List<ReportRun> runs) {

    public ReportSchedule {
        runs = List.copyOf(runs);
    }

    /** Why a report is not sent any more. */
    public enum StopCause {
        /** Somebody of the staff stopped it. */
        STAFF,
        /** Its owner may not see such figures any more. */
        NO_RIGHT,
        /** Nobody wants it any more. */
        NO_RECIPIENT
    }

    /** The same with its last times. */
    ReportSchedule with(List<ReportRun> lastRuns) {
        return new ReportSchedule(
                id, owner, plan, unsubscribed, nextDueAt, stoppedBecause, lastRuns);
    }
}
