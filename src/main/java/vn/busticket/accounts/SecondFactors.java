package vn.busticket.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.busticket.accounts.SecondFactorChanged.Change;
import vn.busticket.shared.EmailAddress;

/**
 * What administrators prove beside the password: that they hold the phone which they enrolled. Each
 * code counts once, on all nodes together; every use and every refusal is in the audit log. Counts
 * tries first, so it does not belong inside a transaction.
 */
@Service
public class SecondFactors {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");

    private final SecondFactorRepository factors;
    private final SignIn signIn;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactors(
            SecondFactorRepository factors,
            SignIn signIn,
            AuditLog audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.factors = factors;
        this.signIn = signIn;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A phone that was enrolled just now.
     *
     * @param person as the session remembers the person from now on
     * @param recoveryCodes which nobody can read again
     */
    public record Enrolment(SignedIn person, List<String> recoveryCodes) {}

    /** True for who enrolled a phone. */
    public boolean isEnrolled(AccountId account) {
        return factors.exists(account);
    }

    /**
     * Enrols a phone, which proves by its first code that it knows the secret. Tells {@link
     * SecondFactorChanged}.
     *
     * @param person who proved the password
     * @throws SecondFactorRefused for a wrong code, for who is no administrator, and for who
     *     enrolled already
     * @throws TooManyAttempts if that is one try too many for now
     */
    public Enrolment enrol(SignedIn person, TotpSecret secret, String typedCode) {
        var account = person.id();
        signIn.countSecondFactor(account);
        var step =
                secret.stepOf(tidy(typedCode), clock.instant())
                        .orElseThrow(SecondFactorRefused::wrongCode);
        var codes = RecoveryCodes.random();
        var hashes = codes.stream().map(RecoveryCodes::hash).toList();
        transaction.executeWithoutResult(status -> {
            if (!factors.insert(account, secret, step, clock.instant())) {
                throw SecondFactorRefused.notToEnrol();
            }
            hashes.forEach(hash -> factors.insertRecovery(account, hash));
            record(account, "second-factor.enrolled");
            tell(person, Change.ENROLLED);
        });
        return new Enrolment(complete(person), codes);
    }

    /**
     * Proves the second factor by a code of the phone, or by a recovery code, which is used up;
     * then it tells {@link SecondFactorChanged}.
     *
     * @param person who proved the password
     * @return the person as the session remembers it from now on
     * @throws SecondFactorRefused for a wrong code, and for one that was used
     * @throws TooManyAttempts if that is one try too many for now
     */
    public SignedIn prove(SignedIn person, String typedCode) {
        signIn.countSecondFactor(person.id());
        var refusal = transaction.execute(status -> take(person, tidy(typedCode)));
        if (refusal != null && refusal.isPresent()) {
            throw refusal.get();
        }
        return complete(person);
    }

    private SignedIn complete(SignedIn person) {
        return person.withSecondFactor(clock.instant());
    }

    /** What is refused is written down as well, so it is returned and not thrown. */
    private Optional<SecondFactorRefused> take(SignedIn person, String code) {
        var account = person.id();
        var step =
                factors.secret(account)
                        .map(secret -> secret.stepOf(code, clock.instant()))
                        .filter(found -> found.isPresent());
        if (step.isPresent()) {
            return factors.take(account, step.get().getAsLong())
                    ? accepted(account, "second-factor.proved")
                    : refused(account, SecondFactorRefused.usedCode());
        }
        var isUsedUp =
                factors.unusedRecovery(account).stream()
                        .filter(one -> RecoveryCodes.matches(code, one.hash()))
                        .anyMatch(one -> factors.useRecovery(one, clock.instant()));
        if (!isUsedUp) {
            return refused(account, SecondFactorRefused.wrongCode());
        }
        tell(person, Change.RECOVERY_CODE_USED);
        return accepted(account, "second-factor.recovery-code-used");
    }

    private Optional<SecondFactorRefused> accepted(AccountId account, String action) {
        record(account, action);
        return Optional.empty();
    }

    private Optional<SecondFactorRefused> refused(AccountId account, SecondFactorRefused refusal) {
        record(account, "second-factor.refused");
        return Optional.of(refusal);
    }

    private void tell(SignedIn person, Change what) {
        events.publishEvent(
                new SecondFactorChanged(
                        person.id(),
                        new EmailAddress(person.getUsername()),
                        what,
                        clock.instant()));
    }

    private void record(AccountId account, String action) {
        audit.record(account, action, "account " + account.value(), null, Map.of());
    }

    private static String tidy(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("");
    }
}
