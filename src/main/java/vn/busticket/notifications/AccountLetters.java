package vn.busticket.notifications;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountLinks;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.EmailVerificationRequested;
import vn.busticket.accounts.PasswordResetRequested;
import vn.busticket.documents.Imprint;
import vn.busticket.notifications.Letter.AccountMatter;
import vn.busticket.notifications.Letter.AccountMessage;
import vn.busticket.shared.EmailAddress;

/** Puts together what the owner of a mailbox is told about an account. */
@Component
class AccountLetters {

    private final AccountQueries accounts;
    private final AccountLinks links;
    private final Imprint imprint;

    AccountLetters(AccountQueries accounts, AccountLinks links, Imprint imprint) {
        this.accounts = accounts;
        this.links = links;
        this.imprint = imprint;
    }

    /**
     * What an account message says, and where it goes; empty if the account was erased.
     *
     * @throws IllegalArgumentException for a message about a booking
     */
    Optional<Addressed> of(NotificationKind kind, AccountCause cause) {
        var matter = AccountMatter.valueOf(kind.name());
        return accounts.find(cause.account())
                .map(owner -> new Addressed(message(matter, owner, cause), cause.email()));
    }

    /** A letter and the mailbox that it goes to. */
    record Addressed(AccountMessage letter, EmailAddress to) {}

    private AccountMessage message(AccountMatter matter, AccountDetails owner, AccountCause cause) {
        return new AccountMessage(
                owner.language(),
                matter,
                owner.fullName(),
                imprint.link(path(matter, owner.id(), cause)),
                cause.linkExpires());
    }

    private String path(AccountMatter matter, AccountId account, AccountCause cause) {
        return switch (matter) {
            case EMAIL_VERIFICATION ->
                    links.to(
                            new EmailVerificationRequested(
                                    account,
                                    cause.email(),
                                    Objects.requireNonNull(cause.linkExpires())));
            case PASSWORD_RESET ->
                    links.to(
                            new PasswordResetRequested(
                                    account,
                                    cause.email(),
                                    Objects.requireNonNull(cause.generation()),
                                    Objects.requireNonNull(cause.linkExpires())));
            case PASSWORD_CHANGED, SECOND_FACTOR_ENROLLED, RECOVERY_CODE_USED -> "/forgot-password";
            case EMAIL_CHANGED, REGISTRATION_REPEATED, SECOND_FACTOR_RESET -> "/login";
            case ACCOUNT_ERASED -> "/";
        };
    }
}
