package vn.busticket.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/** An amount in words, as a receipt states it so that no digit can be changed. */
final class SumInWords {

    private static final List<String> VIETNAMESE_DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> VIETNAMESE_THOUSANDS = List.of("", "nghìn", "triệu");
    private static final List<String> ENGLISH_UNITS =
            List.of(
                    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                            .split(" "));
    private static final List<String> ENGLISH_TENS =
            List.of(". . twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> ENGLISH_THOUSANDS =
            List.of("", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion");
    private static final long BILLION = 1_000_000_000;

    private SumInWords() {}

    /**
     * The amount in words with its currency, first letter large.
     *
     * @throws IllegalArgumentException for an amount below zero
     */
    static String of(Vnd amount, Language language) {
        if (amount.dong() < 0) {
            throw new IllegalArgumentException("No words for " + amount.dong() + " đồng");
        }
        var words =
                switch (language) {
                    case VI -> vietnamese(amount.dong()) + " đồng";
                    case EN -> english(amount.dong()) + " Vietnamese dong";
                };
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String vietnamese(long number) {
        if (number == 0) {
            return VIETNAMESE_DIGITS.getFirst();
        }
        var words = new ArrayList<String>();
        if (number >= BILLION) {
            words.add(vietnamese(number / BILLION) + " tỷ");
        }
        var rest = (int) (number % BILLION);
        for (var thousands = 2; thousands >= 0; thousands--) {
            var group = rest / (int) Math.pow(1000, thousands) % 1000;
            if (group > 0) {
                words.add(vietnameseGroup(group, !words.isEmpty()));
                words.add(VIETNAMESE_THOUSANDS.get(thousands));
            }
        }
        return String.join(" ", words).strip();
    }

    private static String vietnameseGroup(int group, boolean isFollowing) {
        var words = new ArrayList<String>();
        if (group >= 100 || isFollowing) {
            words.add(VIETNAMESE_DIGITS.get(group / 100) + " trăm");
        }
        var tens = group / 10 % 10;
        var unit = group % 10;
        if (tens == 0 && unit > 0 && !words.isEmpty()) {
            words.add("lẻ");
        } else if (tens == 1) {
            words.add("mười");
        } else if (tens > 1) {
            words.add(VIETNAMESE_DIGITS.get(tens) + " mươi");
        }
        if (unit == 1 && tens > 1) {
            words.add("mốt");
        } else if (unit == 5 && tens > 0) {
            words.add("lăm");
        } else if (unit > 0) {
            words.add(VIETNAMESE_DIGITS.get(unit));
        }
        return String.join(" ", words);
    }

    private static String english(long number) {
        if (number == 0) {
            return ENGLISH_UNITS.getFirst();
        }
        var words = new ArrayList<String>();
        var rest = number;
        for (var thousands : ENGLISH_THOUSANDS) {
            var group = (int) (rest % 1000);
            if (group > 0) {
                words.addFirst((englishGroup(group) + " " + thousands).strip());
            }
            rest /= 1000;
        }
        return String.join(" ", words);
    }

    private static String englishGroup(int group) {
        var words = new ArrayList<String>();
        if (group >= 100) {
            words.add(ENGLISH_UNITS.get(group / 100) + " hundred");
        }
        var rest = group % 100;
        if (rest >= 20) {
            var unit = rest % 10 == 0 ? "" : "-" + ENGLISH_UNITS.get(rest % 10);
            words.add(ENGLISH_TENS.get(rest / 10) + unit);
        } else if (rest > 0) {
            words.add(ENGLISH_UNITS.get(rest));
        }
        return String.join(" ", words);
    }
}
