package vn.busticket.notifications;

import java.util.List;

/**
 * A piece of a short text that may be told shorter: a name or the seats, never a code or a time.
 */
sealed interface SmsPart {

    /** How long it is when nothing is cut. */
    default int length() {
        return cut(Integer.MAX_VALUE).length();
    }

    /** As much of it as that many characters hold. */
    String cut(int most);

    /** A name: whole words are left out at its end, and a point says so. */
    record Name(String text) implements SmsPart {

        private static final double MOST_LOST = 0.5;

        public Name {
            text = GsmText.of(text);
        }

        @Override
        public String cut(int most) {
            if (text.length() <= most) {
                return text;
            }
            if (most < 2) {
                return "";
            }
            var beginning = text.substring(0, most - 1);
            var isWord = text.charAt(most - 1) == ' ';
            var space = beginning.lastIndexOf(' ');
            var kept =
                    !isWord && space >= most * MOST_LOST
                            ? beginning.substring(0, space)
                            : beginning;
            return kept.replaceAll("[ ,.;:\\-]+$", "") + ".";
        }
    }

    /** Labels of seats: those that find room, and how many more there are. */
    record Seats(List<String> labels) implements SmsPart {

        public Seats {
            labels = labels.stream().map(GsmText::of).toList();
        }

        @Override
        public String cut(int most) {
            for (var told = labels.size(); told > 0; told--) {
                var more = labels.size() - told;
                var text = String.join(",", labels.subList(0, told)) + (more > 0 ? "+" + more : "");
                if (text.length() <= most) {
                    return text;
                }
            }
            var count = "x" + labels.size();
            return count.length() <= most ? count : "";
        }
    }
}
