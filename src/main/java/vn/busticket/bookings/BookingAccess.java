package vn.busticket.bookings;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.VisitorId;
import vn.busticket.cluster.SharedLimits;
import vn.busticket.shared.PhoneNumber;

/**
 * Who may open which booking: whoever placed it, came by its link, or knew its code and contact, in
 * the same browser from then on; and the account that booked.
 */
@Service
public class BookingAccess {

    private static final int TRIES_OF_AN_ADDRESS = 20;
    private static final int TRIES_AT_A_CODE = 10;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final BookingQueries bookings;
    private final GrantRepository grants;
    private final SharedLimits limits;
    private final Clock clock;

    BookingAccess(
            BookingQueries bookings, GrantRepository grants, SharedLimits limits, Clock clock) {
        this.bookings = bookings;
        this.grants = grants;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The booking of a code if this visitor or account may see it; the same empty answer if it does
     * not exist.
     */
    public Optional<BookingDetails> open(
            String code, VisitorId visitor, Optional<AccountId> account) {
        return bookings.byCode(code).filter(booking -> mayOpen(booking, visitor, account));
    }

    /** True if this visitor or account may see the booking. */
    public boolean mayOpen(BookingDetails booking, VisitorId visitor, Optional<AccountId> account) {
        return (account.isPresent() && booking.account().equals(account))
                || grants.isGranted(visitor, booking.id());
    }

    /** Opens a booking by the link from its e-mail, for this visitor from now on. */
    public Optional<BookingDetails> openByLink(String accessToken, VisitorId visitor) {
        var found = bookings.byAccessToken(accessToken);
        found.ifPresent(booking -> grants.grant(visitor, booking.id(), clock.instant()));
        return found;
    }

    /**
     * Opens a booking by its code and the phone number or e-mail address given for it, for this
     * visitor from now on; the same empty answer whatever was wrong. Asks the shared limits, so it
     * does not belong inside a transaction.
     *
     * @throws TooManyTries this address, or all together for this code, have tried too often
     */
    public Optional<BookingDetails> find(
            String code, String phoneOrEmail, VisitorId visitor, String addressKey) {
        var tidyCode = BookingCodes.tidy(code);
        if (!limits.tryAcquire("find-address", addressKey, TRIES_OF_AN_ADDRESS, PERIOD)) {
            throw new TooManyTries();
        }
        if (!BookingCodes.isValid(tidyCode)) {
            return Optional.empty();
        }
        if (!limits.tryAcquire("find-code", tidyCode, TRIES_AT_A_CODE, PERIOD)) {
            throw new TooManyTries();
        }
        // Only who is right waits longer: a wrong contact and an unknown code cost one look each.
        var isRight =
                bookings.contactOf(tidyCode)
                        .filter(contact -> isContact(contact, phoneOrEmail))
                        .isPresent();
        var found = isRight ? bookings.byCode(tidyCode) : Optional.<BookingDetails>empty();
        found.ifPresent(booking -> grants.grant(visitor, booking.id(), clock.instant()));
        return found;
    }

    private static boolean isContact(BookingContact contact, String typed) {
        return contact.email().equals(EmailSyntax.tidy(typed))
                || PhoneNumber.parse(typed).filter(contact.phone()::equals).isPresent();
    }
}
