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

/**
 * Reads from a failure of the mail library whether trying again makes sense: an answer of the 500s
 * about the recipient or the message does not, everything else does. Being refused as a sender or a
 * client is ours to repair, so the message waits.
 */
final class SmtpFailure {

    private static final int LONGEST_REASON = 300;

    private SmtpFailure() {}

    static SendOutcome outcomeOf(Throwable failure) {
        SendOutcome outcome = new SendOutcome.Retry(reason(failure));
        var open = new ArrayDeque<Throwable>();
        var seen = new HashSet<Throwable>();
        open.add(failure);
        while (!open.isEmpty()) {
            var cause = open.poll();
            if (!seen.add(cause)) {
                continue;
            }
            switch (cause) {
                case AuthenticationFailedException refused -> {
                    return new SendOutcome.Retry("log-in refused: " + reason(refused));
                }
                case SMTPSenderFailedException refused -> {
                    return new SendOutcome.Retry("sender refused: " + reason(refused));
                }
                case SMTPAddressFailedException refused ->
                        outcome = byCode(refused.getReturnCode(), true, reason(refused));
                case SMTPSendFailedException refused when refused.getNextException() == null ->
                        outcome = byCode(refused.getReturnCode(), false, reason(refused));
                case AddressException unusable ->
                        outcome =
                                new SendOutcome.Rejected(
                                        true, "not an address: " + reason(unusable));
                case MailValidationException unusable ->
                        outcome = new SendOutcome.Rejected(false, reason(unusable));
                default -> {}
            }
            addCauses(cause, open);
        }
        return outcome;
    }

    private static void addCauses(Throwable failure, ArrayDeque<Throwable> open) {
        if (failure.getCause() != null) {
            open.add(failure.getCause());
        }
        if (failure instanceof MessagingException mail && mail.getNextException() != null) {
            open.add(mail.getNextException());
        }
    }

    private static SendOutcome byCode(int code, boolean isRecipient, String reason) {
        return code >= 500
                ? new SendOutcome.Rejected(isRecipient, reason)
                : new SendOutcome.Retry(reason);
    }

    private static String reason(Throwable failure) {
        var message = failure.getMessage();
        var text =
                (failure.getClass().getSimpleName() + (message == null ? "" : ": " + message))
                        .replaceAll("\\p{Cntrl}+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }
}
