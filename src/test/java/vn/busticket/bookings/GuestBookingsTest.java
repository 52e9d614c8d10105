package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ProvedPeople;

/** Bookings that somebody made before there was an account. */
@Tag("P7.1")
class GuestBookingsTest extends BookingTest {

    @Autowired private BookingAccess access;
    @Autowired private AccountService accounts;
    @Autowired private AccountQueries queries;
    @Autowired private ProvedPeople people;

    @Test
    void joinTheAccountOnceItsMailboxIsProvedAndNeverBefore() {
        var email = mailbox();
        var placed = placeAs(email, "A01", Optional.empty());
        var account = registered(email);
        assertThat(access.open(placed.code(), binh, Optional.of(account))).isEmpty();

        people.confirm(email);

        assertThat(access.open(placed.code(), binh, Optional.of(account))).isPresent();
        assertThat(access.open(placed.code(), anna, Optional.empty())).isPresent();
    }

    @Test
    void ofAnotherMailboxOrAnotherAccountStayWhereTheyAre() {
        var email = mailbox();
        var another = registered(mailbox());
        var ofAnother = placeAs(email, "A01", Optional.of(another));
        var ofAGuest = placeAs(mailbox(), "A02", Optional.empty());
        var account = registered(email);

        people.confirm(email);

        assertThat(read(ofAnother).account()).contains(another);
        assertThat(read(ofAGuest).account()).isEmpty();
        assertThat(access.open(ofAnother.code(), binh, Optional.of(account))).isEmpty();
    }

    private PlacedBooking placeAs(EmailAddress email, String seat, Optional<AccountId> account) {
        var hold = hold(anna, seat);
        var draft =
                new CheckoutDraft(
                        "Nguyễn Văn Đức",
                        "0901 234 567",
                        email.value().toUpperCase(Locale.ROOT),
                        Map.of(seat, "Trần Thị Ánh"));
        var details = CheckoutCheck.of(draft, hold.seatLabels()).details().orElseThrow();
        return checkout.place(hold.token(), details, new Buyer(anna, account, Language.VI));
    }

    private AccountId registered(EmailAddress email) {
        accounts.register(
                new Registration(
                        "Nguyễn Thị Hoa",
                        email,
                        new PhoneNumber("+84901234567"),
                        "chuyến xe đêm về quê",
                        Language.VI),
                VisitorId.random());
        return queries.byEmail(email).orElseThrow().id();
    }

    private static EmailAddress mailbox() {
        return new EmailAddress(UUID.randomUUID() + "@example.vn");
    }
}
