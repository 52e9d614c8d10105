package vn.busticket.backoffice;

import java.util.List;
import vn.busticket.accounts.Role;

/** The parts of the navigation. */
enum StaffSection {
    /** The day's work. */
    WORK(StaffPlace.TODAY, StaffPlace.TRIPS),
    /** Coaches and their passengers; on an administrator's phone not in the bar but in the menu. */
    COACHES(StaffPlace.OPERATOR_TODAY, StaffPlace.OPERATOR_TRIPS),
    /** Money in and out. */
    MONEY(StaffPlace.PAYMENTS, StaffPlace.REFUNDS, StaffPlace.RECONCILIATION),
    /** Whom and what the application stands on; on a phone not in the bar but in the menu. */
    SYSTEM(
            StaffPlace.POLICIES,
            StaffPlace.NOTIFICATIONS,
            StaffPlace.PEOPLE,
            StaffPlace.AUDIT,
            StaffPlace.WEBHOOK);

    private final List<StaffPlace> places;

    StaffSection(StaffPlace... places) {
        this.places = List.of(places);
    }

    /** The parts that somebody of that role sees, in their order. */
    static List<StaffSection> of(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> List.of(values());
            case OPERATOR_STAFF -> List.of(COACHES);
            case PASSENGER -> List.of();
        };
    }

    /** True if a phone's bar has no room for it beside the others. */
    boolean isInTheMenu(Role role) {
        return role == Role.ADMINISTRATOR && (this == COACHES || this == SYSTEM);
    }

    List<StaffPlace> places() {
        return places;
    }

    String messageKey() {
        return "desk.nav.section." + name();
    }
}
