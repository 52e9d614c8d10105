package vn.busticket.storefront;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Arrays;
import java.util.regex.Pattern;
import vn.busticket.ui.Markup;

/** A sentence of the message bundles in which the values that were filled in stand out. */
final class EmphasisedSentence extends Paragraph {

    private static final char FROM = '\uE000';
    private static final char TO = '\uE001';
    private static final Pattern VALUE = Pattern.compile(FROM + "([^" + TO + "]*)" + TO);

    EmphasisedSentence(String key, String... values) {
        var marked = Arrays.stream(values).map(value -> FROM + value + TO).toArray();
        var sentence = getTranslation(key, marked);
        var value = VALUE.matcher(sentence);
        var end = 0;
        while (value.find()) {
            add(new Text(sentence.substring(end, value.start())));
            add(Markup.element("b", value.group(1)));
            end = value.end();
        }
        add(new Text(sentence.substring(end)));
    }
}
