package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.VisitorId;

@Tag("P4.3")
class BookingAccessTest extends BookingTest {

    @Autowired private BookingAccess access;

    @Test
    void whoeverPlacedItMayOpenItAndNobodyElse() {
        var placed = place(anna, "A01");
        assertThat(access.open(placed.code(), anna, Optional.empty())).isPresent();
        assertThat(access.open(placed.code(), binh, Optional.empty())).isEmpty();
        assertThat(access.open("AAAAAAAA", anna, Optional.empty())).isEmpty();
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

    private Optional<BookingDetails> find(String code, String contact, VisitorId visitor) {
        return access.find(code, contact, visitor, UUID.randomUUID().toString());
    }
}
