package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.Arrays;
import vn.busticket.notifications.LetterPreviews.Preview;
import vn.busticket.notifications.LetterSample;
import vn.busticket.notifications.SampleData;
import vn.busticket.shared.Language;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** All letters that people get, and one of them as they get it. */
final class LetterPanel extends Div {

    private static final int ONE_SMS = 160;

    private final LetterAddress shown;

    /**
     * @param shown which letter is looked at, and how
     * @param send the button that sends it to whoever is looking
     */
    LetterPanel(LetterAddress shown, Preview preview, Component send) {
        this.shown = shown;
        addClassNames("desk-beside", "desk-letters");
        var letter =
                new Part(
                        words(shown.sample()),
                        Markup.div("desk-letter-choices", languages(), data(), forms()),
                        Markup.div("desk-letter-subject", subject(preview)),
                        content(preview),
                        Markup.div("desk-actions", send),
                        note());
        letter.addClassName("desk-letter");
        add(new Part(getTranslation("desk.letters.kinds"), kinds()), letter);
    }

    private Nav kinds() {
        var kinds = new Nav();
        kinds.addClassName("desk-letter-kinds");
        kinds.setAriaLabel(getTranslation("desk.letters.kinds"));
        for (var sample : LetterSample.values()) {
            var link = new Anchor(shown.with(sample).text(), words(sample));
            if (sample == shown.sample()) {
                link.getElement().setAttribute("aria-current", "true");
            }
            kinds.add(link);
        }
        return kinds;
    }

    private Segments languages() {
        var segments = new Segments(getTranslation("desk.letters.language"));
        for (var language : Language.values()) {
            segments.with(
                    language.name(), shown.with(language).text(), language == shown.language());
        }
        return segments;
    }

    private Segments data() {
        var segments = new Segments(getTranslation("desk.letters.data"));
        for (var data : SampleData.values()) {
            segments.with(
                    getTranslation("desk.letters.data." + data.name()),
                    shown.with(data).text(),
                    data == shown.data());
        }
        return segments;
    }

    private Segments forms() {
        var segments = new Segments(getTranslation("desk.letters.form"));
        Arrays.stream(LetterForm.values())
                .forEach(form ->
                        segments.with(
                                getTranslation(form.messageKey()),
                                shown.with(form).text(),
                                form == shown.form()));
        return segments;
    }

    private Component subject(Preview preview) {
        return shown.form() == LetterForm.SMS
                ? new Paragraph(
                        preview.sms()
                                .map(text ->
                                        getTranslation(
                                                "desk.letters.sms.length",
                                                Formats.current().number(text.length()),
                                                Formats.current().number(ONE_SMS)))
                                .orElseGet(() -> getTranslation("desk.letters.sms.none")))
                : new Paragraph(
                        Markup.span("muted", getTranslation("desk.letters.subject") + " "),
                        Markup.element("strong", preview.subject()));
    }

    private Component content(Preview preview) {
        return switch (shown.form()) {
            case PHONE, DESK -> frame(preview.html());
            case TEXT -> text(preview.text());
            case SMS -> preview.sms().map(this::text).orElseGet(Div::new);
        };
    }

    /** The letter's own page, which may run nothing, send nothing and lead nowhere. */
    private IFrame frame(String html) {
        var frame = new IFrame();
        frame.getElement().setAttribute("sandbox", "");
        frame.setSrcdoc(html);
        frame.setTitle(getTranslation("desk.letters.frame", words(shown.sample())));
        frame.addClassNames(
                "desk-letter-frame", shown.form() == LetterForm.PHONE ? "phone" : "wide");
        return frame;
    }

    private Component text(String text) {
        var written = new Pre(text);
        written.addClassName("desk-letter-text");
        written.getElement().setAttribute("lang", shown.language().locale().getLanguage());
        return written;
    }

    private Component note() {
        var note = new Paragraph(getTranslation("desk.letters.note"));
        note.addClassName("muted");
        return note;
    }

    private String words(LetterSample sample) {
        return getTranslation("desk.letter." + sample.name());
    }
}
