package vn.busticket.testing;

import java.time.Clock;
import java.util.Optional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountLinks;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.EmailVerification;
import vn.busticket.accounts.EmailVerificationRequested;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.EmailAddress;

/** People who registered and opened the link in their mail. */
public final class ProvedPeople {

    private final AccountService accounts;
    private final AccountQueries queries;
    private final EmailVerification verification;
    private final AccountLinks links;
    private final Clock clock;

    public ProvedPeople(
            AccountService accounts,
            AccountQueries queries,
            EmailVerification verification,
            AccountLinks links,
            Clock clock) {
        this.accounts = accounts;
        this.queries = queries;
        this.verification = verification;
        this.links = links;
        this.clock = clock;
    }

    /** Registers, which may be repeated, and confirms. */
    public AccountId register(Registration registration) {
        accounts.register(registration, VisitorId.random());
        return confirm(registration.email());
    }

    /** Confirms the mailbox of an account. */
    public AccountId confirm(EmailAddress email) {
        var account = queries.byEmail(email).orElseThrow().id();
        var expires = clock.instant().plus(EmailVerification.LINK_LIFETIME);
        var path = links.to(new EmailVerificationRequested(account, email, expires));
        var token = path.substring(path.lastIndexOf('/') + 1);
        return verification.confirm(token, Optional.of(account), VisitorId.random()).orElseThrow();
    }
}
