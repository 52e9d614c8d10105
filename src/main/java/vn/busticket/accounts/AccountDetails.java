package vn.busticket.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;

/**
 * What screens show of an account.
 *
 * @param email lower case
 * @param phone as the person can be reached, null if never told
 * @param operatorCode the coach company of operator staff, null for everybody else
 * @param emailVerifiedAt null until the person proved to read that mailbox
 */
public record AccountDetails(
        AccountId id,
        String email,
        String fullName,
        @Nullable PhoneNumber phone,
        Role role,
        @Nullable String operatorCode,
        Language language,
        @Nullable Instant emailVerifiedAt,
        Instant createdAt) {

    /** True once the person proved to read the account's mailbox. */
    public boolean isEmailVerified() {
        return emailVerifiedAt != null;
    }

    /** The phone number as Vietnamese people write it, empty if unknown. */
    public Optional<String> spokenPhone() {
        return Optional.ofNullable(phone).map(PhoneNumber::spoken);
    }
}
