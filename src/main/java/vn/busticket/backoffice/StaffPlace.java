package vn.busticket.backoffice;

import vn.busticket.ui.Sign;

/** Where the navigation leads. */
enum StaffPlace {
    /** What needs attention now. */
    TODAY("admin", Sign.HOME),
    /** Departures, and what is done to them. */
    TRIPS(TripsAddress.PATH, Sign.BUS),
    /** What leaves today, and who is on it. */
    OPERATOR_TODAY("operator", Sign.BUS),
    /** Trips by day, each with its list of passengers. */
    OPERATOR_TRIPS(OperatorTripsView.ADDRESS, Sign.LIST),
    /** Attempts, transfers and exceptions. */
    PAYMENTS(MoneyAddresses.ATTEMPTS, Sign.CARD),
    /** Money that goes back. */
    REFUNDS(MoneyAddresses.REFUNDS, Sign.REFUND),
    /** Bookings, ledger and gateway compared. */
    RECONCILIATION(MoneyAddresses.RECONCILIATION, Sign.SCALES),
    /** What changing and cancelling cost. */
    POLICIES(PoliciesView.ADDRESS, Sign.TICKET),
    /** What all companies earn. */
    REVENUE(RevenueView.ADDRESS, Sign.CHART),
    /** How bookings of all companies come about and end. */
    BOOKING_FIGURES(BookingFiguresView.ADDRESS, Sign.FILTER),
    /** What the own company earns. */
    OPERATOR_REVENUE(OperatorRevenueView.ADDRESS, Sign.CHART),
    /** How the own company's bookings come about and end. */
    OPERATOR_BOOKING_FIGURES(OperatorBookingFiguresView.ADDRESS, Sign.FILTER),
    /** Who is an administrator. */
    PEOPLE(PeopleView.ADDRESS, Sign.PERSON),
    /** Who did what. */
    AUDIT(AuditView.ADDRESS, Sign.SHIELD),
    /** What runs, on what, and why. */
    SYSTEM(SystemView.ADDRESS, Sign.GEAR),
    /** The gateway's way to reach us. */
    WEBHOOK(MoneyAddresses.WEBHOOK, Sign.HOOK),
    /** What people are told. */
    NOTIFICATIONS(MessageTab.QUEUE.address(), Sign.BELL);

    private final String address;
    private final Sign sign;

    StaffPlace(String address, Sign sign) {
        this.address = address;
        this.sign = sign;
    }

    String address() {
        return address;
    }

    Sign sign() {
        return sign;
    }

    String messageKey() {
        return "desk.nav." + name();
    }

    /** The place that a path belongs to: the one whose address is the longest beginning of it. */
    static StaffPlace of(String path) {
        var best = TODAY;
        for (var place : values()) {
            var isWithin = path.equals(place.address) || path.startsWith(place.address + "/");
            if (isWithin && place.address.length() > best.address.length()) {
                best = place;
            }
        }
        return best;
    }
}
