package vn.busticket.accounts;

import java.util.List;

/** What the audit log can be narrowed to. */
public enum AuditPart {
    /** Who may do what, and how they proved it. */
    ACCESS("administrator.", "second-factor."),
    /** Who looked at whose data, who took theirs along and who had them erased. */
    PERSONAL_DATA("personal-data.", "refund.account-shown"),
    /** Bookings, changed by staff, and the rules for them. */
    BOOKINGS("booking.", "policy."),
    /** Refunds, transfers and the gateway. */
    MONEY("payments.", "payment-exception.", "refund."),
    /** Messages and addresses. */
    MESSAGES("notification.", "address."),
    /** Figures that were taken away or are sent by themselves. */
    FIGURES("report.");

    private final List<String> beginnings;

    AuditPart(String... beginnings) {
        this.beginnings = List.of(beginnings);
    }

    /** How the names of its deeds begin. */
    List<String> beginnings() {
        return beginnings;
    }
}
