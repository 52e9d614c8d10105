package vn.busticket.notifications;

import java.time.Instant;

/** Whether a message may go to its recipient now. */
sealed interface Verdict {

    /** It is wanted. */
    record Wanted() implements Verdict {}

    /**
     * It is not, and will not be.
     *
     * @param reason for staff, nothing personal
     */
    record Unwanted(String reason) implements Verdict {}

    /**
     * Not before an instant, at which it is to be asked again.
     *
     * @param reason for staff
     */
    record Later(Instant at, String reason) implements Verdict {}
}
