package vn.busticket.backoffice;

import org.springframework.stereotype.Component;
import vn.busticket.accounts.AuditLog;

/** Writes down which personal data the person at the desk looks at. */
@Component
class LookedAt {

    private final AuditLog audit;
    private final StaffNames staff;

    LookedAt(AuditLog audit, StaffNames staff) {
        this.audit = audit;
        this.staff = staff;
    }

    /** The whole of one booking. */
    void booking(String code) {
        audit.looked(staff.me(), "booking " + code);
    }

    /** Whom a message went to, and what became of it. */
    void message(long id) {
        audit.looked(staff.me(), "message " + id);
    }
}
