package vn.busticket.notifications;

/** How an attempt to deliver a message ended, or what was learnt of it later. */
public enum AttemptOutcome {
    /** The provider has taken the message over. */
    SENT,
    /** It failed and is repeated. */
    RETRY,
    /** It was refused for good. */
    REJECTED,
    /** The message was no longer true. */
    OVERTAKEN,
    /** Its recipient does not want it. */
    UNWANTED,
    /** It was too early. */
    POSTPONED,
    /** The text message is on the phone. */
    ARRIVED,
    /** The text message never will be. */
    NOT_ARRIVED
}
