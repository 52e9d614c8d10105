package vn.busticket.backoffice;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import vn.busticket.notifications.LetterSample;
import vn.busticket.notifications.SampleData;
import vn.busticket.shared.Language;

/** Which letter is shown, and how: all of it stands in the address. */
record LetterAddress(LetterSample sample, SampleData data, Language language, LetterForm form) {

    static final String PATH = "admin/notifications/templates";

    /** What the address says; whatever it leaves out or gets wrong is the first of its kind. */
    static LetterAddress of(QueryParameters query, Language screen) {
        return new LetterAddress(
                value(query, "kind", LetterSample.CONFIRMATION),
                value(query, "data", SampleData.USUAL),
                value(query, "lang", screen),
                value(query, "form", LetterForm.DESK));
    }

    LetterAddress with(LetterSample other) {
        return new LetterAddress(other, data, language, form);
    }

    LetterAddress with(SampleData other) {
        return new LetterAddress(sample, other, language, form);
    }

    LetterAddress with(Language other) {
        return new LetterAddress(sample, data, other, form);
    }

    LetterAddress with(LetterForm other) {
        return new LetterAddress(sample, data, language, other);
    }

    /** The address itself. */
    String text() {
        var values = new LinkedHashMap<String, String>();
        values.put("kind", word(sample));
        values.put("data", data == SampleData.USUAL ? "" : word(data));
        values.put("lang", word(language));
        values.put("form", form == LetterForm.DESK ? "" : word(form));
        return MoneyAddresses.withQuery(PATH, values);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E value(QueryParameters query, String name, E otherwise) {
        var word = query.getSingleParameter(name).orElse("");
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElse(otherwise);
    }
}
