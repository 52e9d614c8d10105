package vn.busticket.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that says what the server answered to a whole message, and tells apart when it
 * gave no answer: then it may have taken the message all the same.
 */
final class AnsweringTransport extends SMTPTransport {

    private String lastAnswer = "";

    /** A connection that is not open yet, encrypted from the first byte if the address says so. */
    AnsweringTransport(Session session, URLName address) {
        super(session, address, address.getProtocol(), address.getProtocol().equals("smtps"));
    }

    /** The whole message was handed over and no answer came. */
    static final class AnswerLost extends MessagingException {

        private static final long serialVersionUID = 1L;

        AnswerLost(Exception because) {
            super("no answer to the message: " + because.getMessage(), because);
        }
    }

    /** What the server said to the last message that it took. */
    String lastAnswer() {
        return lastAnswer;
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
        lastAnswer = getLastServerResponse().strip();
    }
}
