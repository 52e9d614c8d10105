package vn.busticket.notifications;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.notifications.Letter.AccountMatter;
import vn.busticket.notifications.Letter.AccountMessage;
import vn.busticket.tickets.Imprint;

/** Puts together what the owner of an account is told: the one place that asks accounts for it. */
@Component
class AccountLetters {

    private final AccountQueries accounts;
    private final Imprint imprint;

    AccountLetters(AccountQueries accounts, Imprint imprint) {
        this.accounts = accounts;
        this.imprint = imprint;
    }

    /** Who owns the account; empty if it was erased. */
    Optional<AccountDetails> owner(AccountId account) {
        return accounts.find(account);
    }

    /**
     * The letter of that kind; empty for kinds whose link nobody makes.
     *
     * @throws IllegalArgumentException for a kind that is about a booking
     */
    Optional<Letter> of(NotificationKind kind, AccountDetails owner) {
        return switch (kind) {
            case PASSWORD_CHANGED ->
                    Optional.of(message(AccountMatter.PASSWORD_CHANGED, owner, "/forgot-password"));
            case REGISTRATION_REPEATED ->
                    Optional.of(message(AccountMatter.REGISTRATION_REPEATED, owner, "/login"));
            case EMAIL_VERIFICATION, PASSWORD_RESET -> Optional.empty();
            case CONFIRMATION,
                    RECEIPT,
                    EXPIRY,
                    CANCELLATION,
                    PAYMENT_PROBLEM,
                    REFUND_OPENED,
                    REFUND_ACCOUNT_NEEDED,
                    REFUND_PAID_OUT,
                    CHANGE,
                    REMINDER,
                    TRIP_MOVED,
                    TRIP_CANCELLED ->
                    throw new IllegalArgumentException(kind + " is about a booking");
        };
    }

    private AccountMessage message(AccountMatter matter, AccountDetails owner, String path) {
        return new AccountMessage(
                owner.language(), matter, owner.fullName(), imprint.link(path), null);
    }
}
