package vn.busticket.sandbox;

import java.time.Duration;

/** A way in which PayOS can misbehave. */
public record Fault(Kind kind, Duration delay, int retryAfterSeconds) {

    /** The ways. */
    public enum Kind {
        /** HTTP 500, nothing done. */
        SERVER_ERROR,
        /** HTTP 429 with Retry-After, nothing done. */
        TOO_MANY_REQUESTS,
        /** HTTP 401, nothing done. */
        UNAUTHORIZED,
        /** Code 214, nothing done. */
        CHANNEL_PAUSED,
        /** The connection is closed before anything was done. */
        UNREACHABLE,
        /** Everything is done and then the answer takes its time. */
        SLOW,
        /** Nothing is done for a while, even if the caller has left by then. */
        SLOW_TO_START,
        /** Everything is done and then the connection is closed without an answer. */
        ANSWER_LOST,
        /** A good answer under a wrong signature. */
        BAD_SIGNATURE,
        /** An answer that breaks off in the middle of its JSON. */
        MALFORMED_JSON,
        /** A rightly signed answer with a field that nobody knows. */
        UNKNOWN_FIELD,
        /** A rightly signed answer with a status that nobody knows. */
        UNKNOWN_STATUS
    }

    /** A fault without a delay of its own. */
    public static Fault of(Kind kind) {
        return new Fault(kind, Duration.ZERO, 1);
    }

    /** HTTP 500. */
    public static Fault serverError() {
        return of(Kind.SERVER_ERROR);
    }

    /** HTTP 429 that asks to come back after some seconds. */
    public static Fault tooManyRequests(int retryAfterSeconds) {
        return new Fault(Kind.TOO_MANY_REQUESTS, Duration.ZERO, retryAfterSeconds);
    }

    /** An answer that takes its time. */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, delay, 1);
    }

    /** Work that begins late. */
    public static Fault slowToStart(Duration delay) {
        return new Fault(Kind.SLOW_TO_START, delay, 1);
    }

    /** Work done, answer lost. */
    public static Fault answerLost() {
        return of(Kind.ANSWER_LOST);
    }

    /** An answer under a wrong signature. */
    public static Fault badSignature() {
        return of(Kind.BAD_SIGNATURE);
    }
}
