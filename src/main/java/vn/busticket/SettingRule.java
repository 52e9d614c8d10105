package vn.busticket;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What several settings must be to each other.
 *
 * @param names the settings it is about
 * @param check says what is wrong, if anything is
 */
record SettingRule(List<String> names, Function<SettingValues, Optional<String>> check) {

    static final List<SettingRule> ALL =
            List.of(
                    together(
                            "PAYOS_PAYOUT_CLIENT_ID",
                            "PAYOS_PAYOUT_API_KEY",
                            "PAYOS_PAYOUT_CHECKSUM_KEY"),
                    together("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER"),
                    together("AWS_SES_ACCESS_KEY", "AWS_SES_SECRET_KEY"),
                    together("SMTP_USERNAME", "SMTP_PASSWORD"),
                    together("ADMIN_EMAIL", "ADMIN_PASSWORD"),
                    exactlyOne("SENDGRID_API_KEY", "AWS_SES_ACCESS_KEY", "SMTP_HOST"),
                    onlyWith("SMTP_HOST", "SMTP_PORT", "SMTP_USERNAME", "SMTP_TLS"),
                    onlyWith("TWILIO_ACCOUNT_SID", "TWILIO_BASE_URL"),
                    different("TICKET_SIGNING_KEY", "LINK_SECRET", "DATA_ENCRYPTION_KEY"),
                    differentPorts());

    private static SettingRule together(String... names) {
        return new SettingRule(
                List.of(names),
                values -> {
                    var missing =
                            Arrays.stream(names).filter(name -> !values.isGiven(name)).toList();
                    return missing.isEmpty() || missing.size() == names.length
                            ? Optional.empty()
                            : Optional.of(
                                    "belong together, but missing: " + String.join(", ", missing));
                });
    }

    private static SettingRule exactlyOne(String... names) {
        return new SettingRule(
                List.of(names),
                values -> {
                    var given = Arrays.stream(names).filter(values::isGiven).toList();
                    return switch (given.size()) {
                        case 0 -> Optional.of("are all missing: exactly one way to send is needed");
                        case 1 -> Optional.empty();
                        default ->
                                Optional.of(
                                        "exclude each other, but given: "
                                                + String.join(", ", given));
                    };
                });
    }

    private static SettingRule onlyWith(String leader, String... followers) {
        return new SettingRule(
                List.of(followers),
                values -> {
                    var given = Arrays.stream(followers).filter(values::isGiven).toList();
                    return values.isGiven(leader) || given.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    "mean nothing without "
                                            + leader
                                            + ", but given: "
                                            + String.join(", ", given));
                });
    }

    private static SettingRule different(String... names) {
        return new SettingRule(
                List.of(names),
                values -> {
                    var given = Arrays.stream(names).flatMap(name -> values.of(name).stream());
                    var seen = new HashSet<String>();
                    return given.allMatch(seen::add)
                            ? Optional.empty()
                            : Optional.of("must differ: each key has a purpose of its own");
                });
    }

    private static SettingRule differentPorts() {
        return new SettingRule(
                List.of("SERVER_PORT", "MANAGEMENT_SERVER_PORT"),
                values -> {
                    var site = values.of("SERVER_PORT").orElse("8080");
                    var management = values.of("MANAGEMENT_SERVER_PORT").orElse("9090");
                    return site.equals(management) && !site.equals("0")
                            ? Optional.of("must differ: health and metrics are never public")
                            : Optional.empty();
                });
    }
}
