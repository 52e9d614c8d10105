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
    /** What was sold, and how; on a phone not in the bar but in the menu. */
    ANALYTICS(StaffPlace.REVENUE, StaffPlace.BOOKING_FIGURES),
    /** The same of the own company. */
    OWN_ANALYTICS(StaffPlace.OPERATOR_REVENUE, StaffPlace.OPERATOR_BOOKING_FIGURES),
    /** Whom and what the application stands on; on a phone not in the bar but in the menu. */
    SYSTEM(
            StaffPlace.POLICIES,
            StaffPlace.NOTIFICATIONS,
            StaffPlace.PEOPLE,
            StaffPlace.AUDIT,
            StaffPlace.WEBHOOK,
            StaffPlace.SYSTEM);

    private final List<StaffPlace> places;

    StaffSection(StaffPlace... places) {
        this.places = List.of(places);
    }

    /** The parts that somebody of that role sees, in their order. */
    static List<StaffSection> of(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> List.of(WORK, COACHES, MONEY, ANALYTICS, SYSTEM);
            case OPERATOR_STAFF -> List.of(COACHES, OWN_ANALYTICS);
            case PASSENGER -> List.of();
        };
    }

    /** True if a phone's bar has no room for it beside the others. */
    boolean isInTheMenu(Role role) {
        return role == Role.ADMINISTRATOR
                && (this == COACHES || this == ANALYTICS || this == SYSTEM);
    }

    List<StaffPlace> places() {
        return places;
    }

    String messageKey() {
        return "desk.nav.section." + name();
    }
}
