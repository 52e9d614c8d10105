package vn.busticket.notifications.twilio;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import vn.busticket.notifications.FailureKind;
import vn.busticket.notifications.SendOutcome;

/**
 * What Twilio's refusals mean (twilio.com/docs/api/errors). A server error or a late answer leaves
 * open whether the message was taken.
 */
final class TwilioFailure {

    private static final int LONGEST_REASON = 300;

    private TwilioFailure() {}

    /** A refusal by a status of HTTP and a code of Twilio's, 0 if there was none. */
    static SendOutcome of(int status, int code, String words) {
        var reason = shortened("HTTP %d, code %d: %s".formatted(status, code, words));
        return switch (code) {
            case 21211, 21214, 21217, 21610, 21612, 21614 ->
                    new SendOutcome.Rejected(FailureKind.RECIPIENT_REFUSED, reason);
            case 21602, 21617 -> new SendOutcome.Rejected(FailureKind.MESSAGE_REFUSED, reason);
            case 20003, 21408, 21603, 21606, 21608, 21659 ->
                    new SendOutcome.Retry(FailureKind.WE_ARE_REFUSED, reason);
            case 21611 -> new SendOutcome.Retry(FailureKind.TEMPORARY, reason);
            default -> byStatus(status, reason);
        };
    }

    /** No answer at all. */
    static SendOutcome ofSilence(Throwable failure) {
        return new SendOutcome.Retry(
                isUnreached(failure) ? FailureKind.CONNECTION : FailureKind.ANSWER_LOST,
                reason(failure));
    }

    /** The causes of a failure by their names, without what was asked. */
    static String reason(Throwable failure) {
        var words = new StringBuilder(failure.getClass().getSimpleName());
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            words.append(" < ").append(cause.getClass().getSimpleName());
        }
        return shortened(words.toString());
    }

    private static SendOutcome byStatus(int status, String reason) {
        return switch (status) {
            case 401, 403 -> new SendOutcome.Retry(FailureKind.WE_ARE_REFUSED, reason);
            case 408, 429 -> new SendOutcome.Retry(FailureKind.TEMPORARY, reason);
            default ->
                    status >= 500
                            ? new SendOutcome.Retry(FailureKind.ANSWER_LOST, reason)
                            : new SendOutcome.Rejected(FailureKind.MESSAGE_REFUSED, reason);
        };
    }

    private static boolean isUnreached(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\p{Cntrl}+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
