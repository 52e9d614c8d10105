package vn.busticket.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.shared.Language;

/**
 * The sentences of both languages. Vaadin's own provider would fall back to the machine's language,
 * so that Vietnamese on an English machine came out English.
 */
@Component
class Messages implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Language.VI.locale(), Language.EN.locale());
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return text(Language.of(locale), key, arguments);
    }

    /** The sentence of a key in a language, with its placeholders filled. */
    static String text(Language language, String key, Object... arguments) {
        try {
            var pattern =
                    ResourceBundle.getBundle(
                                    "vaadin-i18n.translations", language.locale(), NO_FALLBACK)
                            .getString(key);
            return arguments.length == 0
                    ? pattern
                    : new MessageFormat(pattern, language.locale()).format(arguments);
        } catch (MissingResourceException missing) {
            LOG.warn("No sentence for key={}", key, missing);
            return key;
        }
    }
}
