package vn.busticket.backoffice;

import java.util.List;

/** The parts of the navigation. */
enum StaffSection {
    /** The day's work. */
    WORK(StaffPlace.TODAY),
    /** Money in and out. */
    MONEY(StaffPlace.PAYMENTS, StaffPlace.REFUNDS, StaffPlace.RECONCILIATION),
    /** Whom and what the application stands on; on a phone not in the bar but in the menu. */
    SYSTEM(StaffPlace.NOTIFICATIONS, StaffPlace.PEOPLE, StaffPlace.AUDIT, StaffPlace.WEBHOOK);

    private final List<StaffPlace> places;

    StaffSection(StaffPlace... places) {
        this.places = List.of(places);
    }

    List<StaffPlace> places() {
        return places;
    }

    String messageKey() {
        return "desk.nav.section." + name();
    }
}
