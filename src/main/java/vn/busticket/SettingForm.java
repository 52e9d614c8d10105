package vn.busticket;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import vn.busticket.shared.EmailAddress;

/**
 * What a value must look like.
 *
 * @param wanted in words that follow "must be"
 * @param accepts true for a good value
 */
record SettingForm(String wanted, Predicate<String> accepts) {

    private static final int KEY_BYTES = 32;

    static final SettingForm TEXT = new SettingForm("some text", value -> true);

    static final SettingForm DATABASE =
            new SettingForm(
                    "a PostgreSQL address like jdbc:postgresql://host:5432/busticket",
                    value -> value.startsWith("jdbc:postgresql:"));

    static final SettingForm HTTPS =
            new SettingForm(
                    "an address with https:// (http:// only for this very machine)",
                    SettingForm::isSafeAddress);

    static final SettingForm PUBLIC_ADDRESS =
            new SettingForm(
                    "an address with https:// (http:// only for this very machine) without a path",
                    value -> isSafeAddress(value) && hasNoPath(value));

    static final SettingForm MAILBOX_ADDRESS =
            new SettingForm(
                    "an address like imaps://user:password@host/INBOX",
                    value ->
                            uri(value, "imap", "imaps")
                                    .filter(uri -> uri.getHost() != null)
                                    .map(URI::getRawUserInfo)
                                    .filter(login -> login.indexOf(':') > 0)
                                    .isPresent());

    static final SettingForm PORT =
            new SettingForm("a port from 0 to 65535", value -> isWholeNumber(value, 0, 65_535));

    static final SettingForm COUNT =
            new SettingForm(
                    "a whole number above zero",
                    value -> isWholeNumber(value, 1, Integer.MAX_VALUE));

    static final SettingForm AMOUNT =
            new SettingForm(
                    "a whole number of dong", value -> isWholeNumber(value, 0, Long.MAX_VALUE));

    static final SettingForm TIME =
            new SettingForm("a number above zero, such as 15 or 0.5", SettingForm::isPositive);

    static final SettingForm KEY = new SettingForm("32 random bytes in base64", SettingForm::isKey);

    static final SettingForm EMAIL =
            new SettingForm("an e-mail address", value -> EmailAddress.parse(value).isPresent());

    static final SettingForm SENDER =
            new SettingForm(
                    "an e-mail address, alone or as Name <address>",
                    value ->
                            EmailAddress.parse(value.replaceFirst("^[^<>]*<([^<>]+)>$", "$1"))
                                    .isPresent());

    static final SettingForm PHONE =
            new SettingForm("a phone number", value -> value.matches("\\+?[0-9][0-9 .()-]{2,20}"));

    static final SettingForm INTERNATIONAL_PHONE =
            new SettingForm(
                    "a phone number like +84901234567",
                    value -> value.matches("\\+[1-9][0-9]{6,14}"));

    static final SettingForm NETWORKS =
            new SettingForm(
                    "addresses or networks like 10.0.0.0/8 with commas between them",
                    value -> Arrays.stream(value.split(",")).allMatch(SettingForm::isNetwork));

    static final SettingForm FOLDER =
            new SettingForm("a folder that can be read", SettingForm::isReadableFolder);

    static SettingForm oneOf(String... choices) {
        return new SettingForm(
                "one of " + String.join(", ", choices),
                value -> List.of(choices).contains(value.toLowerCase(Locale.ROOT)));
    }

    static SettingForm atLeast(int characters) {
        return new SettingForm(
                "at least " + characters + " characters long",
                value -> value.length() >= characters);
    }

    private static boolean isSafeAddress(String value) {
        return uri(value, "https", "http")
                .filter(uri -> uri.getHost() != null)
                .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()) || isLoopback(uri))
                .isPresent();
    }

    private static boolean isLoopback(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static boolean hasNoPath(String value) {
        var uri = URI.create(value);
        return (isNone(uri.getRawPath()) || uri.getRawPath().equals("/"))
                && isNone(uri.getRawQuery())
                && isNone(uri.getRawFragment());
    }

    private static boolean isNone(@Nullable String part) {
        return part == null || part.isEmpty();
    }

    private static Optional<URI> uri(String value, String... schemes) {
        try {
            var uri = URI.create(value);
            var scheme = uri.getScheme();
            return scheme != null && Set.of(schemes).contains(scheme.toLowerCase(Locale.ROOT))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isWholeNumber(String value, long least, long most) {
        try {
            var number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean isPositive(String value) {
        try {
            return new BigDecimal(value).signum() > 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean isKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isNetwork(String value) {
        try {
            return !value.isBlank() && new IpAddressMatcher(value.strip()) != null;
        } catch (IllegalArgumentException notANetwork) {
            return false;
        }
    }

    private static boolean isReadableFolder(String value) {
        try {
            var folder = Path.of(value);
            return Files.isDirectory(folder) && Files.isReadable(folder);
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }
}
