package vn.busticket.shared;

import java.util.Locale;

/** A language that the product speaks. */
public enum Language {
    /** Vietnamese, the first language. */
    VI(Locale.of("vi", "VN")),
    /** English. */
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale for message bundles and formats. */
    public Locale locale() {
        return locale;
    }

    /** The language of a locale: Vietnamese for Vietnamese, English for every other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("vi") ? VI : EN;
    }
}
