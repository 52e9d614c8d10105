package vn.busticket.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P3.1")
class CheckoutCheckTest {

    private static final List<String> SEATS = List.of("A01", "A02");

    @Test
    void takesWhatPeopleTypeAndTidiesIt() {
        var check =
                CheckoutCheck.of(
                        draft("  Nguyễn   Văn Đức ", "+84 901.234.567", " Duc@Example.COM "),
                        SEATS);
        assertThat(check.errors()).isEmpty();
        var details = check.details().orElseThrow();
        assertThat(details.contactName()).isEqualTo("Nguyễn Văn Đức");
        assertThat(details.contactPhone().e164()).isEqualTo("+84901234567");
        assertThat(details.contactEmail()).isEqualTo("duc@example.com");
        assertThat(details.passengerOf("A02")).isEqualTo("Lê Thị Bé");
    }

    @Test
    void namesEveryEmptyField() {
        var check = CheckoutCheck.of(CheckoutDraft.EMPTY, SEATS);
        assertThat(check.details()).isEmpty();
        assertThat(check.errors())
                .extracting(CheckoutCheck.FieldError::field)
                .containsExactly(
                        "contactName",
                        "contactPhone",
                        "contactEmail",
                        "passenger.A01",
                        "passenger.A02");
    }

    @Test
    void suggestsTheNewFormOfAnElevenDigitNumber() {
        var error = onlyError(draft("Nguyễn Đức", "0169 123 4567", "duc@example.com"));
        assertThat(error.messageKey()).isEqualTo("checkout.phone-old-form");
        assertThat(error.arguments()).containsExactly("0391234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Ðức", "O’Brien-Smith Jr.", "Иван Петров", "王小明", "Nguyễn Đức"})
    void takesLettersOfAnyScript(String name) {
        assertThat(CheckoutCheck.of(draft(name, "0901234567", "duc@example.com"), SEATS).errors())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    N, checkout.name-length
                    N1guyen, checkout.name-letters
                    <b>Duc</b>, checkout.name-letters
                    'Duc\u0000Nguyen', checkout.name-letters
                    'Đức\u202eNguyễn', checkout.name-letters
                    """)
    void refusesWhatIsNoName(String name, String key) {
        assertThat(onlyError(draft(name, "0901234567", "duc@example.com")).messageKey())
                .isEqualTo(key);
    }

    @Test
    void refusesANameOfEightyOneLetters() {
        assertThat(onlyError(draft("Đ".repeat(81), "0901234567", "duc@example.com")).messageKey())
                .isEqualTo("checkout.name-length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duc",
                "duc@",
                "@example.com",
                "duc@example",
                "duc@@example.com",
                "a b@example.com",
                "duc@example.com\nBcc: x@example.com",
                "duc@-example.com",
                ".duc@example.com"
            })
    void refusesWhatIsNoAddress(String email) {
        assertThat(onlyError(draft("Nguyễn Đức", "0901234567", email)).messageKey())
                .isEqualTo("checkout.email-wrong");
    }

    private static CheckoutDraft draft(String name, String phone, String email) {
        return new CheckoutDraft(
                name, phone, email, Map.of("A01", "Nguyễn Văn Đức", "A02", "Lê Thị Bé"));
    }

    private static CheckoutCheck.FieldError onlyError(CheckoutDraft draft) {
        var check = CheckoutCheck.of(draft, SEATS);
        assertThat(check.details()).isEmpty();
        assertThat(check.errors()).hasSize(1);
        return check.errors().getFirst();
    }
}
