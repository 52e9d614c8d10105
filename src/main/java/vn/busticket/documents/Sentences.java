package vn.busticket.documents;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The function {@code t("key", value…)} of templates. Without markup among the values it answers
 * plain text, which the template escapes; with some it escapes the sentence and the other values
 * itself.
 */
final class Sentences implements TemplateMethodModelEx {

    /**
     * Stands for the nth value while the sentence is escaped; a private-use sign, so never text.
     */
    private static final char FIRST_MARKER = '\ue000';

    private static final Pattern MARKERS = Pattern.compile("[\ue000-\ue00f]");

    private final Wording wording;

    Sentences(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        var key = text(arguments.getFirst());
        var values = arguments.subList(1, arguments.size());
        for (var value : values) {
            if (value instanceof TemplateHTMLOutputModel) {
                return markup(key, values);
            }
        }
        var texts = new Object[values.size()];
        for (var index = 0; index < texts.length; index++) {
            texts[index] = text(values.get(index));
        }
        return wording.text(key, texts);
    }

    private TemplateHTMLOutputModel markup(String key, List<?> values)
            throws TemplateModelException {
        var html = HTMLOutputFormat.INSTANCE;
        var markers = new Object[values.size()];
        var escaped = new String[values.size()];
        for (var index = 0; index < markers.length; index++) {
            markers[index] = Character.toString(FIRST_MARKER + index);
            escaped[index] =
                    values.get(index) instanceof TemplateHTMLOutputModel made
                            ? html.getMarkupString(made)
                            : html.escapePlainText(text(values.get(index)));
        }
        var sentence = html.escapePlainText(wording.text(key, markers));
        return html.fromMarkup(
                MARKERS.matcher(sentence)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        escaped[found.group().charAt(0) - FIRST_MARKER])));
    }

    private static String text(Object value) throws TemplateModelException {
        return String.valueOf(DeepUnwrap.unwrap((TemplateModel) value));
    }
}
