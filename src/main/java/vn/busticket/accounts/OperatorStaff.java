package vn.busticket.accounts;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/**
 * Administrators say who works for which coach company; each deed is in the audit log with its
 * reason. All of it throws {@link AppointmentRefused} where it may not be.
 */
@Service
@Transactional
public class OperatorStaff {

    private final AccountRepository accounts;
    private final AuditLog audit;

    OperatorStaff(AccountRepository accounts, AuditLog audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Lets a registered passenger work for a company, from that person's next sign-in on.
     *
     * @param by an administrator
     * @param operatorCode of a company that exists
     * @param reason not blank
     */
    public AccountId appoint(AccountId by, EmailAddress email, String operatorCode, String reason) {
        Administrators.requireAdministrator(by, accounts.administratorsForChange());
        var account =
                accounts.findByEmail(email.value()).orElseThrow(AppointmentRefused::notRegistered);
        account.workFor(operatorCode);
        record(by, "operator-staff.appointed", account, operatorCode, reason);
        return account.id();
    }

    /**
     * Ends that; open sessions end with their next request.
     *
     * @param by an administrator
     * @param reason not blank
     */
    public void withdraw(AccountId by, AccountId person, String reason) {
        Administrators.requireAdministrator(by, accounts.administratorsForChange());
        var account =
                accounts.lock(person.value()).orElseThrow(AppointmentRefused::notOperatorStaff);
        var operatorCode = account.leaveOperator();
        record(by, "operator-staff.withdrawn", account, operatorCode, reason);
    }

    private void record(
            AccountId by, String action, Account account, String operatorCode, String reason) {
        audit.recordWithReason(
                by,
                action,
                "account " + account.id().value(),
                reason,
                Map.of("operator", operatorCode));
    }
}
