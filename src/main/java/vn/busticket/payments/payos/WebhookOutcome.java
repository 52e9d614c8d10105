package vn.busticket.payments.payos;

import org.springframework.http.HttpStatus;

/** Every way in which a webhook call is answered. */
enum WebhookOutcome {
    /** A new transfer is stored. */
    PROCESSED(HttpStatus.OK, "processed", "The transfer is recorded."),
    /** The transfer was stored before. */
    DUPLICATE(HttpStatus.OK, "duplicate", "The transfer was recorded before."),
    /** PayOS tries out the address with its sample. */
    SAMPLE(HttpStatus.OK, "sample", "The sample is understood and ignored."),
    /** The attempt failed, or had ended before. */
    FAILURE_NOTED(HttpStatus.OK, "failure-noted", "The failure is noted."),
    /** Nothing is decided yet. */
    PENDING(HttpStatus.OK, "pending", "Nothing has changed."),
    /** Not a webhook at all. */
    NOT_A_WEBHOOK(HttpStatus.BAD_REQUEST, "not-a-webhook", "The body is not a webhook."),
    /** The signature is wrong or missing. */
    BAD_SIGNATURE(HttpStatus.UNAUTHORIZED, "bad-signature", "The signature is wrong."),
    /** Only POST is understood. */
    WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Only POST is allowed."),
    /** The body is longer than any webhook. */
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large."),
    /** The body does not claim to be JSON. */
    NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", "The body must be application/json."),
    /** Too many calls that could not be verified. */
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many unverified calls."),
    /** Too many come at once; send it again. */
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many at once; please send this again."),
    /** It cannot be stored now; send it again. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Please send this again.");

    private final HttpStatus status;
    private final WebhookAnswer answer;

    WebhookOutcome(HttpStatus status, String code, String message) {
        this.status = status;
        this.answer = new WebhookAnswer(code, message);
    }

    HttpStatus status() {
        return status;
    }

    WebhookAnswer answer() {
        return answer;
    }

    /** True if the same call may fare better later. */
    boolean isForNow() {
        return this == TOO_MANY || this == BUSY || this == UNAVAILABLE;
    }

    /** True if the caller could not be verified as PayOS. */
    boolean isUnverified() {
        return switch (this) {
            case NOT_A_WEBHOOK, BAD_SIGNATURE, TOO_LARGE, NOT_JSON -> true;
            case PROCESSED,
                    DUPLICATE,
                    SAMPLE,
                    FAILURE_NOTED,
                    PENDING,
                    WRONG_METHOD,
                    TOO_MANY,
                    BUSY,
                    UNAVAILABLE ->
                    false;
        };
    }
}
