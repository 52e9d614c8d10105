package vn.busticket.notifications;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.busticket.documents.Templates;
import vn.busticket.shared.Language;
import vn.busticket.tickets.Samples;

/** Every e-mail with sample data as a page of its own, for looking at it. */
public final class SamplePages {

    private SamplePages() {}

    /** The HTML of each, by name. */
    public static Map<String, String> of(SampleData data, Language language) {
        var previews =
                new LetterPreviews(
                        new LetterWriter(new Templates(), Samples.IMPRINT),
                        new SmsWriter(),
                        Samples.IMPRINT);
        var pages = new LinkedHashMap<String, String>();
        for (var sample : LetterSample.values()) {
            pages.put(
                    "mail-%s-%s".formatted(sample, data).toLowerCase(Locale.ROOT).replace('_', '-'),
                    previews.of(sample, data, language).html());
        }
        return pages;
    }
}
