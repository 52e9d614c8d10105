package vn.busticket.documents;

import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Language;
import vn.busticket.shared.PlainText;

/**
 * Fills the FreeMarker templates under {@code templates/}: what people typed is data that is
 * escaped for the kind of output ({@code .ftlh} HTML, {@code .ftlx} XML, {@code .ftl} plain text)
 * and never read as a template; templates reach no class and no Java API. Every text is one line,
 * whatever stands in it, so that nobody's name can look like a sentence of ours.
 *
 * <p>Every template finds {@code t("key", value…)} for the sentences of the message bundles, whose
 * values may be markup made by a macro, and {@code words} for money, days and times.
 */
public final class Templates {

    /** Signs of a filled template, so that it rarely grows while it is filled. */
    private static final int USUAL_SIZE = 16_384;

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    public Templates() {
        configuration.setClassLoaderForTemplateLoading(
                Templates.class.getClassLoader(), "templates");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setNumberFormat("computer");
        configuration.setObjectWrapper(new OneLineTexts());
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    }

    /**
     * The filled template.
     *
     * @param name file under {@code templates/}, such as {@code email/confirmation.ftlh}
     * @throws IllegalStateException if the template and its values do not fit together
     */
    public String fill(String name, Language language, Map<String, ?> values) {
        var wording = Wording.of(language);
        var model = new HashMap<String, Object>(values);
        model.put("words", wording);
        model.put("t", new Sentences(wording));
        var filled = new StringWriter(USUAL_SIZE);
        try {
            configuration.getTemplate(name).process(model, filled);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Template " + name + " cannot be read", unreadable);
        } catch (TemplateException unfit) {
            throw new IllegalStateException("Template " + name + " cannot be filled", unfit);
        }
        return filled.toString();
    }

    /**
     * A drawing made by the program, which {@code .ftlx} templates put in as it stands; never made
     * from what a person typed without escaping it.
     */
    public static Object drawing(String xml) {
        try {
            return XMLOutputFormat.INSTANCE.fromMarkup(xml);
        } catch (TemplateModelException impossible) {
            throw new IllegalArgumentException("Not to be drawn", impossible);
        }
    }

    /** Gives templates every text as one line. */
    private static final class OneLineTexts extends DefaultObjectWrapper {

        OneLineTexts() {
            super(Configuration.VERSION_2_3_34);
        }

        @Override
        public TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
            return value instanceof String text
                    ? new SimpleScalar(PlainText.oneLine(text))
                    : super.wrap(value);
        }
    }
}
