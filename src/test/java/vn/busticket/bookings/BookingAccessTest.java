package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ProvedPeople;

@Tag("P4.3")
class BookingAccessTest extends BookingTest {

    @Autowired private BookingAccess access;
    @Autowired private ProvedPeople people;

    @Test
    void whoeverPlacedItMayOpenItAndNobodyElse() {
        var placed = place(anna, "A01");
        assertThat(access.open(placed.code(), anna, Optional.empty())).isPresent();
        assertThat(access.open(placed.code(), binh, Optional.empty())).isEmpty();
        assertThat(access.open("AAAAAAAA", anna, Optional.empty())).isEmpty();
    }

    @Test
    void theAccountThatBookedOpensItFromAnyBrowserAndNoOtherAccountDoes() {
        var account = account();
        var hold = hold(anna, "A01");
        var buyer = new Buyer(anna, Optional.of(account), Language.VI);
        var placed = checkout.place(hold.token(), details(hold), buyer);
        assertThat(access.open(placed.code(), binh, Optional.of(account))).isPresent();
        assertThat(access.open(placed.code(), binh, Optional.of(account()))).isEmpty();
        assertThat(access.open(placed.code(), binh, Optional.empty())).isEmpty();
        var ofAGuest = place(anna, "A02");
        assertThat(access.open(ofAGuest.code(), binh, Optional.of(account))).isEmpty();
    }

    @Test
    void theLinkOpensItForGood() {
        var placed = place(anna, "A01");
        assertThat(access.openByLink("no-such-token", binh)).isEmpty();
        assertThat(access.openByLink(placed.accessToken(), binh)).isPresent();
        assertThat(access.open(placed.code(), binh, Optional.empty())).isPresent();
    }

    @Test
    void theCodeAloneOpensNothingWithThePhoneOrTheAddressItDoes() {
        var placed = place(anna, "A01");
        var typed = placed.code().toLowerCase(Locale.ROOT).replaceFirst("(.{4})", "$1-");
        assertThat(find(typed, "0901 234 568", binh)).isEmpty();
        assertThat(find(typed, "", binh)).isEmpty();
        assertThat(find(typed, "84901234567", binh)).isPresent();
        assertThat(find(typed, " DUC@example.com", VisitorId.random())).isPresent();
        assertThat(access.open(placed.code(), binh, Optional.empty())).isPresent();
    }

    @Test
    void aWrongContactAndAnUnknownCodeGetTheSameAnswer() {
        var placed = place(anna, "A01");
        assertThat(find(placed.code(), "nobody@example.com", binh))
                .isEqualTo(find("ABCDEFGH", "nobody@example.com", binh))
                .isEqualTo(find("not a code", "nobody@example.com", binh))
                .isEmpty();
    }

    @Test
    void anAddressHasTwentyTries() {
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(access.find("not a code", "x", anna, "one-address")).isEmpty();
        }
        assertThatThrownBy(() -> access.find("not a code", "x", anna, "one-address"))
                .isInstanceOf(TooManyTries.class);
    }

    @Test
    void aCodeHasTenTriesFromAllAddressesTogether() {
        var placed = place(anna, "A01");
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(find(placed.code(), "wrong@example.com", binh)).isEmpty();
        }
        assertThatThrownBy(() -> find(placed.code(), "duc@example.com", binh))
                .isInstanceOf(TooManyTries.class);
    }

    private AccountId account() {
        var email = new EmailAddress(UUID.randomUUID() + "@example.vn");
        var phone = new PhoneNumber("+84901234567");
        return people.register(
                new Registration(
                        "Nguyễn Thị Hoa", email, phone, "chuyến xe đêm về quê", Language.VI));
    }

    private Optional<BookingDetails> find(String code, String contact, VisitorId visitor) {
        return access.find(code, contact, visitor, UUID.randomUUID().toString());
    }
}
