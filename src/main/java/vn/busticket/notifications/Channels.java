package vn.busticket.notifications;

import java.util.List;
import vn.busticket.accounts.MessageTopic;

/**
 * The ways that lead to people here: e-mail always, SMS if it is set up.
 *
 * @param hasSms true if texts can be sent
 */
public record Channels(boolean hasSms) {

    private static final List<Channel> EMAIL = List.of(Channel.EMAIL);
    private static final List<Channel> BOTH = List.of(Channel.EMAIL, Channel.SMS);

    /** The ways that a message of a kind takes: the pressing ones come to the phone too. */
    List<Channel> of(NotificationKind kind) {
        return hasSms && isPressing(kind) ? BOTH : EMAIL;
    }

    private static boolean isPressing(NotificationKind kind) {
        return switch (kind) {
            case CONFIRMATION, PAYMENT_PROBLEM, REMINDER, TRIP_MOVED, TRIP_CANCELLED -> true;
            case RECEIPT,
                    EXPIRY,
                    CANCELLATION,
                    REFUND_OPENED,
                    REFUND_ACCOUNT_NEEDED,
                    REFUND_PAID_OUT,
                    CHANGE,
                    EMAIL_VERIFICATION,
                    EMAIL_CHANGED,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    SECOND_FACTOR_ENROLLED,
                    SECOND_FACTOR_RESET,
                    RECOVERY_CODE_USED,
                    REGISTRATION_REPEATED,
                    ACCOUNT_ERASED,
                    REPORT ->
                    false;
        };
    }

    /** What the profile calls a text: refunds come to the phone only as the end of late money. */
    static MessageTopic textTopic(NotificationKind kind) {
        return kind == NotificationKind.REFUND_OPENED ? MessageTopic.PAYMENT_PROBLEM : topic(kind);
    }

    /** What the profile calls an e-mail. */
    static MessageTopic topic(NotificationKind kind) {
        return switch (kind) {
            case CONFIRMATION -> MessageTopic.CONFIRMATION;
            case RECEIPT -> MessageTopic.RECEIPT;
            case EXPIRY -> MessageTopic.EXPIRY;
            case CANCELLATION, CHANGE -> MessageTopic.BOOKING_CHANGED;
            case PAYMENT_PROBLEM, REFUND_ACCOUNT_NEEDED -> MessageTopic.PAYMENT_PROBLEM;
            case REFUND_OPENED, REFUND_PAID_OUT -> MessageTopic.REFUND;
            case REMINDER -> MessageTopic.REMINDER;
            case TRIP_MOVED, TRIP_CANCELLED -> MessageTopic.TRIP_DISRUPTED;
            case EMAIL_VERIFICATION,
                    EMAIL_CHANGED,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    SECOND_FACTOR_ENROLLED,
                    SECOND_FACTOR_RESET,
                    RECOVERY_CODE_USED,
                    REGISTRATION_REPEATED,
                    ACCOUNT_ERASED,
                    REPORT ->
                    MessageTopic.ACCOUNT;
        };
    }
}
