package vn.busticket.notifications;

import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.documents.Imprint;
import vn.busticket.shared.Language;

/** Letters with made-up data, for staff who want to see what people get. */
@Component
public class LetterPreviews {

    private final LetterWriter writer;
    private final SmsWriter smsWriter;
    private final SampleLetters samples;

    LetterPreviews(LetterWriter writer, SmsWriter smsWriter, Imprint imprint) {
        this.writer = writer;
        this.smsWriter = smsWriter;
        this.samples = new SampleLetters(imprint);
    }

    /** The letter in every channel, as it would be sent. */
    public Preview of(LetterSample sample, SampleData data, Language language) {
        var letter = samples.of(sample, data, language);
        var written = writer.write(letter);
        return new Preview(
                written.subject(), withPictures(written), written.text(), smsWriter.write(letter));
    }

    private static String withPictures(WrittenLetter written) {
        var html = written.html();
        for (var picture : written.pictures()) {
            html =
                    html.replace(
                            "cid:" + picture.contentId() + "\"",
                            "data:image/png;base64,"
                                    + Base64.getEncoder().encodeToString(picture.png())
                                    + "\"");
        }
        return html;
    }

    /**
     * A letter as people get it.
     *
     * @param html a whole page with its pictures inside, for a frame that runs nothing
     * @param text the same as plain text
     * @param sms the short text; empty if the letter is only sent by e-mail
     */
    public record Preview(String subject, String html, String text, Optional<String> sms) {}
}
