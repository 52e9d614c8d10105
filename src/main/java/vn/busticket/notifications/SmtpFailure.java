package vn.busticket.notifications;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.HashSet;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.simplejavamail.mailer.MailValidationException;
import vn.busticket.notifications.AnsweringTransport.AnswerLost;

/**
 * Reads from a failure of the mail library what kind it is, and so whether trying again makes
 * sense: an answer of the 500s about the recipient or the message does not, everything else does.
 * Being refused as a sender or a client is ours to repair, so the message waits.
 */
final class SmtpFailure {

    private static final int LONGEST_REASON = 300;
    private static final int CLOSING_DOWN = 421;
    private static final int FIRST_REFUSAL = 500;
    private static final int TOO_LARGE = 552;

    private SmtpFailure() {}

    static SendOutcome outcomeOf(Throwable failure) {
        SendOutcome outcome =
                new SendOutcome.Retry(FailureKind.CONNECTION, reason(deepest(failure)));
        var open = new ArrayDeque<Throwable>();
        var seen = new HashSet<Throwable>();
        open.add(failure);
        while (!open.isEmpty()) {
            var cause = open.poll();
            if (!seen.add(cause)) {
                continue;
            }
            switch (cause) {
                case AnswerLost lost -> {
                    return new SendOutcome.Retry(FailureKind.ANSWER_LOST, reason(lost));
                }
                case AuthenticationFailedException refused -> {
                    return new SendOutcome.Retry(FailureKind.WE_ARE_REFUSED, reason(refused));
                }
                case SMTPSenderFailedException refused -> {
                    return ofSender(refused.getReturnCode(), refused);
                }
                case SMTPAddressFailedException refused ->
                        outcome =
                                byCode(
                                        refused.getReturnCode(),
                                        FailureKind.RECIPIENT_REFUSED,
                                        refused);
                case SMTPSendFailedException refused when refused.getNextException() == null ->
                        outcome = ofMessage(refused);
                case AddressException unusable ->
                        outcome = rejected(FailureKind.RECIPIENT_REFUSED, unusable);
                case MailValidationException unusable ->
                        outcome = rejected(FailureKind.RECIPIENT_REFUSED, unusable);
                default -> {}
            }
            addCauses(cause, open);
        }
        return outcome;
    }

    /** True if the server was not there, or hung up before the message was handed over. */
    static boolean isOfTheConnection(Throwable failure) {
        return outcomeOf(failure) instanceof SendOutcome.Retry(var kind, _)
                && kind == FailureKind.CONNECTION;
    }

    private static void addCauses(Throwable failure, ArrayDeque<Throwable> open) {
        if (failure.getCause() != null) {
            open.add(failure.getCause());
        }
        if (failure instanceof MessagingException mail && mail.getNextException() != null) {
            open.add(mail.getNextException());
        }
    }

    private static SendOutcome ofMessage(SMTPSendFailedException refused) {
        var code = refused.getReturnCode();
        var isAboutUs = refused.getCommand().startsWith("MAIL") && code != TOO_LARGE;
        return isAboutUs
                ? ofSender(code, refused)
                : byCode(code, FailureKind.MESSAGE_REFUSED, refused);
    }

    private static SendOutcome ofSender(int code, Throwable refused) {
        return code >= FIRST_REFUSAL
                ? new SendOutcome.Retry(FailureKind.WE_ARE_REFUSED, reason(refused))
                : byCode(code, FailureKind.WE_ARE_REFUSED, refused);
    }

    /** A server that closes down, or says nothing any more, speaks about no message. */
    private static SendOutcome byCode(int code, FailureKind refusal, Throwable failure) {
        if (code >= FIRST_REFUSAL) {
            return rejected(refusal, failure);
        }
        return new SendOutcome.Retry(
                code == CLOSING_DOWN || code <= 0 ? FailureKind.CONNECTION : FailureKind.TEMPORARY,
                reason(failure));
    }

    private static SendOutcome rejected(FailureKind kind, Throwable failure) {
        return new SendOutcome.Rejected(kind, reason(failure));
    }

    private static Throwable deepest(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String reason(Throwable failure) {
        var message = failure.getMessage();
        var text =
                (failure.getClass().getSimpleName() + (message == null ? "" : ": " + message))
                        .replaceAll("\\p{Cntrl}+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
