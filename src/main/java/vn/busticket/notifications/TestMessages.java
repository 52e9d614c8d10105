package vn.busticket.notifications;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.cluster.SharedLimits;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Wording;
import vn.busticket.shared.Language;

/**
 * Sends letters with made-up data to whoever asks for them, through the very server that
 * passengers' letters go through. They stand in no queue and in no log of a booking.
 */
@Component
public class TestMessages {

    private static final int PER_MINUTE = 5;

    private static final long NOT_IN_THE_OUTBOX = 0;

    private final SampleLetters samples;
    private final LetterWriter writer;
    private final MessageSender sender;
    private final SharedLimits limits;
    private final Clock clock;

    TestMessages(
            LetterWriter writer,
            MessageSender sender,
            SharedLimits limits,
            Imprint imprint,
            Clock clock) {
        this.samples = new SampleLetters(imprint);
        this.writer = writer;
        this.sender = sender;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends an e-mail, marked as a test in its subject, and waits for the server's answer.
     *
     * @param me whose own address it goes to
     * @return true if the server took it
     * @throws TooManyTestMessages after five in a minute
     */
    public boolean sendMail(
            LetterSample sample, SampleData data, Language language, AccountDetails me) {
        if (!limits.tryAcquire("test-message", Long.toString(me.id().value()), PER_MINUTE)) {
            throw new TooManyTestMessages();
        }
        var letter = samples.of(sample, data, language);
        var mail =
                new OutgoingMail(
                        new MessageIdentity(NOT_IN_THE_OUTBOX, clock.instant()),
                        me.fullName(),
                        me.email(),
                        marked(writer.write(letter), language),
                        letter.enclosed().files());
        return sender.send(mail) instanceof SendOutcome.Sent;
    }

    private static WrittenLetter marked(WrittenLetter letter, Language language) {
        return new WrittenLetter(
                Wording.of(language).text("mail.test.subject", letter.subject()),
                letter.html(),
                letter.text(),
                letter.pictures());
    }
}
