package vn.busticket.notifications;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.busticket.documents.Wording;

/**
 * A sentence of the message bundles as one short text. Where it would be too long, the longest of
 * its names gives way first, a character at a time; everything else stays whole.
 */
final class SmsSentence {

    private SmsSentence() {}

    /**
     * The sentence, at most {@link GsmText#LONGEST} characters.
     *
     * @param values texts that stay whole and {@link SmsPart}s that may be cut
     * @throws IllegalStateException if it is too long without any of its names
     */
    static String of(Wording words, String key, Object... values) {
        var parts =
                Arrays.stream(values)
                        .filter(SmsPart.class::isInstance)
                        .map(SmsPart.class::cast)
                        .toList();
        var room =
                GsmText.LONGEST
                        - filled(words, key, values, parts.stream().map(p -> "").toList()).length();
        if (room < 0) {
            throw new IllegalStateException(key + " is " + -room + " characters too long");
        }
        return filled(words, key, values, cut(parts, room));
    }

    private static List<String> cut(List<SmsPart> parts, int room) {
        var lengths = parts.stream().mapToInt(SmsPart::length).toArray();
        while (Arrays.stream(lengths).sum() > room) {
            var longest = 0;
            for (var index = 1; index < lengths.length; index++) {
                longest = lengths[index] > lengths[longest] ? index : longest;
            }
            lengths[longest]--;
        }
        var texts = new ArrayList<String>();
        for (var index = 0; index < lengths.length; index++) {
            texts.add(parts.get(index).cut(lengths[index]));
        }
        return texts;
    }

    private static String filled(Wording words, String key, Object[] values, List<String> parts) {
        var open = parts.iterator();
        var texts =
                Arrays.stream(values)
                        .map(value -> value instanceof SmsPart ? open.next() : value)
                        .toArray();
        return GsmText.of(words.text(key, texts));
    }
}
