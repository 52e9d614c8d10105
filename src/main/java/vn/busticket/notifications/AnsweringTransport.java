package vn.busticket.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that says what the server answered to a whole message, and tells apart when it
 * gave no answer: then it may have taken the message all the same. Jakarta Mail makes it by
 * reflection, so it is public.
 */
public final class AnsweringTransport extends SMTPTransport {

    /** Where the answer goes to, for the thread that sends. */
    static final ScopedValue<AtomicReference<String>> ANSWER = ScopedValue.newInstance();

    /** A connection that is not open yet, encrypted from the first byte if the address says so. */
    public AnsweringTransport(Session session, URLName address) {
        super(session, address, address.getProtocol(), address.getProtocol().equals("smtps"));
    }

    /** The whole message was handed over and no answer came. */
    static final class AnswerLost extends MessagingException {

        private static final long serialVersionUID = 1L;

        AnswerLost(Exception because) {
            super("no answer to the message: " + because.getMessage(), because);
        }
    }

    @Override
    protected void finishData() throws MessagingException {
        try {
            super.finishData();
        } catch (SMTPSendFailedException answered) {
            throw answered.getReturnCode() > 0 ? answered : new AnswerLost(answered);
        } catch (MessagingException silence) {
            throw new AnswerLost(
                    silence.getNextException() instanceof IOException cut ? cut : silence);
        } catch (IOException cut) {
            throw new AnswerLost(cut);
        }
        ANSWER.get().set(getLastServerResponse());
    }
}
