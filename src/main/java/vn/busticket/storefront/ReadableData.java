package vn.busticket.storefront;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import vn.busticket.ui.Formats;

/** A person's data as a page to read and to print. */
final class ReadableData {

    private static final String PAGE =
            """
            <!doctype html><html lang="%s"><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
            <style>body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
            dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.2rem 1rem;
            border-top:1px solid #999;padding-top:.6rem}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}</style>
            <h1>%s</h1>
            """;

    private ReadableData() {}

    static byte[] of(Map<String, List<Map<String, Object>>> rooms) {
        var formats = Formats.current();
        var title = words("profile.data.headline");
        var page = new StringBuilder(PAGE.formatted(language(), title, title));
        rooms.forEach((room, rows) -> {
            page.append("<h2>%s</h2>".formatted(words("privacy.room." + room)));
            if (rows.isEmpty()) {
                page.append("<p>%s</p>".formatted(words("privacy.none")));
            }
            rows.forEach(row -> page.append(list(row, formats)));
        });
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String list(Map<?, ?> row, Formats formats) {
        var list = new StringBuilder("<dl>");
        row.forEach((name, value) ->
                list.append(
                        "<dt>%s</dt><dd>%s</dd>"
                                .formatted(words("privacy.value." + name), value(value, formats))));
        return list.append("</dl>").toString();
    }

    private static String value(Object value, Formats formats) {
        return switch (value) {
            case Instant instant -> HtmlUtils.htmlEscape(formats.dateTime(instant), "UTF-8");
            case Boolean truth -> words(truth ? "privacy.yes" : "privacy.no");
            case List<?> rows -> {
                var all = new StringBuilder();
                for (var row : rows) {
                    all.append(row instanceof Map<?, ?> values ? list(values, formats) : row);
                }
                yield all.toString();
            }
            default -> HtmlUtils.htmlEscape(value.toString(), "UTF-8");
        };
    }

    private static String language() {
        return UI.getCurrent().getLocale().getLanguage();
    }

    private static String words(String key) {
        return HtmlUtils.htmlEscape(I18NProvider.translate(key), "UTF-8");
    }
}
