package vn.busticket;

import java.util.List;
import java.util.Locale;

/**
 * One name of the configuration.
 *
 * @param name as an environment variable
 * @param need whether BusTicket starts without it
 * @param form what a value must look like
 * @param source where its value comes from or how to make one, in one sentence
 * @param otherNames names that mean the same
 */
record Setting(String name, Need need, SettingForm form, String source, List<String> otherNames) {

    /** Whether a setting must be there. */
    enum Need {
        /** BusTicket does not start without it. */
        REQUIRED,
        /** It may be left out. */
        OPTIONAL
    }

    static Setting required(String name, SettingForm form, String source) {
        return new Setting(name, Need.REQUIRED, form, source, List.of());
    }

    static Setting optional(String name, SettingForm form, String source) {
        return new Setting(name, Need.OPTIONAL, form, source, List.of());
    }

    Setting alsoNamed(String otherName) {
        return new Setting(name, need, form, source, List.of(otherName));
    }

    boolean isRequired() {
        return need == Need.REQUIRED;
    }

    /** An environment variable's name as Spring Boot writes its own properties. */
    static String propertyName(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
