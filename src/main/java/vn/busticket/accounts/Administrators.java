package vn.busticket.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/**
 * Administrators appoint other people and withdraw them; each deed is in the audit log with its
 * reason. All of it throws {@link AppointmentRefused} where it may not be.
 */
@Service
@Transactional
public class Administrators {

    private final AccountRepository accounts;
    private final SecondFactorRepository factors;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Administrators(
            AccountRepository accounts,
            SecondFactorRepository factors,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Who would be appointed, to look at before it is done; changes nothing. */
    @Transactional(readOnly = true)
    public AccountDetails candidate(EmailAddress email) {
        var details = registered(email).details();
        return switch (details.role()) {
            case PASSENGER -> details;
            case OPERATOR_STAFF -> throw AppointmentRefused.worksForOperator();
            case ADMINISTRATOR -> throw AppointmentRefused.alreadyAdministrator();
        };
    }

    /**
     * Makes a registered passenger an administrator, from that person's next sign-in on.
     *
     * @param by an administrator
     * @param reason not blank
     */
    public AccountId appoint(AccountId by, EmailAddress email, String reason) {
        requireAdministrator(by, accounts.administratorsForChange());
        var account = registered(email);
        account.appoint(clock.instant());
        record(by, "administrator.appointed", account, reason);
        return account.id();
    }

    /**
     * Makes an administrator a passenger again; open sessions end with their next request.
     *
     * @param by another administrator
     * @param reason not blank
     */
    public void withdraw(AccountId by, AccountId person, String reason) {
        var all = accounts.administratorsForChange();
        var account = found(by, person, all);
        if (all.size() == 1) {
            throw AppointmentRefused.lastOne();
        }
        if (by.equals(person)) {
            throw AppointmentRefused.ownOffice();
        }
        account.withdraw();
        factors.delete(person);
        record(by, "administrator.withdrawn", account, reason);
    }

    /**
     * Forgets the second factor of an administrator who lost the phone and the recovery codes; the
     * next sign-in enrols another. Open sessions end with their next request. Tells {@link
     * SecondFactorChanged}.
     *
     * @param by another administrator
     * @param reason not blank
     * @throws SecondFactorRefused if there is no factor
     */
    public void resetSecondFactor(AccountId by, AccountId person, String reason) {
        var account = found(by, person, accounts.administratorsForChange());
        if (by.equals(person)) {
            throw AppointmentRefused.ownFactor();
        }
        if (!factors.delete(person)) {
            throw SecondFactorRefused.nothingToReset();
        }
        account.endSessions();
        record(by, "second-factor.reset", account, reason);
        events.publishEvent(
                new SecondFactorChanged(
                        person,
                        account.email(),
                        SecondFactorChanged.Change.RESET,
                        clock.instant()));
    }

    private static Account found(AccountId by, AccountId person, List<Account> administrators) {
        requireAdministrator(by, administrators);
        return administrators.stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(AppointmentRefused::notAdministrator);
    }

    private Account registered(EmailAddress email) {
        return accounts.findByEmail(email.value()).orElseThrow(AppointmentRefused::notRegistered);
    }

    /** Of two who withdraw each other at the same moment, the second is none any more. */
    static void requireAdministrator(AccountId by, List<Account> administrators) {
        if (administrators.stream().noneMatch(one -> one.id().equals(by))) {
            throw AppointmentRefused.byNoAdministrator();
        }
    }

    private void record(AccountId by, String action, Account account, String reason) {
        audit.recordWithReason(
                by,
                action,
                "account " + account.id().value(),
                reason,
                Map.of("role", account.details().role().name()));
    }
}
