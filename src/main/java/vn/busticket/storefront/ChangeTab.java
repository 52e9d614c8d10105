package vn.busticket.storefront;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a booking is being changed; part of the address. */
enum ChangeTab {
    /** Who travels, and whom to tell. */
    PASSENGERS,
    /** Where they sit. */
    SEATS,
    /** By which trip. */
    TRIP;

    /** The tab of an address; the first for anything that is none. */
    static ChangeTab of(Optional<String> asked) {
        return asked.flatMap(name ->
                        Arrays.stream(values())
                                .filter(tab -> tab.name().equalsIgnoreCase(name))
                                .findFirst())
                .orElse(PASSENGERS);
    }

    /** Where it is for a booking. */
    String address(String code) {
        return "bookings/" + code + "/edit?tab=" + name().toLowerCase(Locale.ROOT);
    }
}
