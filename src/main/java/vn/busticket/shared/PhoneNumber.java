package vn.busticket.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number that can be called from anywhere.
 *
 * @param e164 international form such as {@code +84901234567}
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.()\\-]+");
    private static final Pattern MOBILE = Pattern.compile("0[35789]\\d{8}");
    private static final Pattern LANDLINE = Pattern.compile("02\\d{9}");
    private static final Pattern OLD_MOBILE = Pattern.compile("01\\d{9}");

    /**
     * Prefixes of eleven-digit mobile numbers and what replaced them in 2018 (Ministry of
     * Information and Communications).
     */
    private static final Map<String, String> OLD_PREFIXES =
            Map.ofEntries(
                    Map.entry("0120", "070"),
                    Map.entry("0121", "079"),
                    Map.entry("0122", "077"),
                    Map.entry("0126", "076"),
                    Map.entry("0128", "078"),
                    Map.entry("0123", "083"),
                    Map.entry("0124", "084"),
                    Map.entry("0125", "085"),
                    Map.entry("0127", "081"),
                    Map.entry("0129", "082"),
                    Map.entry("0162", "032"),
                    Map.entry("0163", "033"),
                    Map.entry("0164", "034"),
                    Map.entry("0165", "035"),
                    Map.entry("0166", "036"),
                    Map.entry("0167", "037"),
                    Map.entry("0168", "038"),
                    Map.entry("0169", "039"),
                    Map.entry("0186", "056"),
                    Map.entry("0188", "058"),
                    Map.entry("0199", "059"));

    public PhoneNumber {
        if (!e164.matches("\\+[1-9]\\d{6,14}")) {
            throw new IllegalArgumentException(
                    "Not an international phone number of " + e164.length() + " characters");
        }
    }

    /**
     * The number that a person typed: Vietnamese in any common spelling, foreign with {@code +} or
     * {@code 00} in front.
     *
     * @return empty if it is no phone number
     */
    public static Optional<PhoneNumber> parse(String typed) {
        var digits = SEPARATORS.matcher(typed.strip()).replaceAll("");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        }
        if (digits.startsWith("+84")) {
            digits = "0" + digits.substring(3);
        } else if (digits.startsWith("84") && digits.length() >= 11) {
            digits = "0" + digits.substring(2);
        }
        if (digits.startsWith("+840") || digits.startsWith("00")) {
            return Optional.empty();
        }
        if (MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches()) {
            return Optional.of(new PhoneNumber("+84" + digits.substring(1)));
        }
        return digits.startsWith("+") ? parseForeign(digits) : Optional.empty();
    }

    /**
     * The ten-digit number that replaced an eleven-digit one of before 2018, to be suggested where
     * such a one was typed.
     */
    public static Optional<String> modernFormOf(String typed) {
        var digits = SEPARATORS.matcher(typed.strip()).replaceAll("").replaceFirst("^\\+?84", "0");
        if (!OLD_MOBILE.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(OLD_PREFIXES.get(digits.substring(0, 4)))
                .map(prefix -> prefix + digits.substring(4));
    }

    /** True for a number of Vietnam. */
    public boolean isVietnamese() {
        return e164.startsWith("+84");
    }

    /**
     * As people of that country write it: {@code 0901 234 567}, foreign ones in international form.
     */
    public String spoken() {
        if (isVietnamese() && e164.length() == 12) {
            return "0%s %s %s"
                    .formatted(e164.substring(3, 6), e164.substring(6, 9), e164.substring(9));
        }
        return isVietnamese() ? "0" + e164.substring(3) : e164;
    }

    /** For logs and screens of others: only the last three digits. */
    public String masked() {
        return "•••" + e164.substring(e164.length() - 3);
    }

    private static Optional<PhoneNumber> parseForeign(String digits) {
        try {
            var number = NUMBERS.parse(digits, "ZZ");
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException refused) {
            return Optional.empty();
        }
    }
}
