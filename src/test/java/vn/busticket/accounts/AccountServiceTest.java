package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;

/** Registering, signing in, changing. */
@Tag("P7.1")
class AccountServiceTest extends ApplicationTest {

    private static final String PASSWORD = "chuyến xe đêm về quê";

    @Autowired private AccountService accounts;
    @Autowired private ProvedPeople people;
    @Autowired private AccountQueries queries;
    @Autowired private AccountSignIn signIn;
    @Autowired private PasswordEncoder passwords;
    @Autowired private AuditLog audit;

    @Test
    void aRegisteredPassengerIsFoundByTheMailboxHoweverItIsTyped() {
        var email = newEmail();
        var id = people.register(registration(email, PASSWORD));

        var found =
                signIn.loadUserByUsername(" " + email.value().toUpperCase(java.util.Locale.ROOT));
        assertThat(((SignedIn) found).id()).isEqualTo(id);
        assertThat(((SignedIn) found).role()).isEqualTo(Role.PASSENGER);
        assertThat(passwords.matches(PASSWORD, found.getPassword())).isTrue();
        assertThat(found.getPassword()).startsWith("{bcrypt}").doesNotContain("xe");
    }

    @Test
    void aPasswordMatchesHoweverTheKeyboardComposesItsLetters() {
        var email = newEmail();
        people.register(registration(email, PASSWORD));

        var decomposed = java.text.Normalizer.normalize(PASSWORD, java.text.Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(PASSWORD);
        assertThat(
                        passwords.matches(
                                decomposed, signIn.loadUserByUsername(email.value()).getPassword()))
                .isTrue();
    }

    @Test
    void oneMailboxHasOneAccount() {
        var email = newEmail();
        people.register(registration(email, PASSWORD));

        assertThatThrownBy(() ->
                        database.sql(
                                        """
                                        insert into account (email, password_hash, full_name, role, language,
                                            password_changed_at, created_at)
                                        values (:email, 'x', 'x', 'PASSENGER', 'VI', 'epoch', 'epoch')
                                        """)
                                .param("email", email.value())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void easilyGuessedPasswordsAreRefused() {
        var email = new EmailAddress("nguyenthihoa@example.vn");
        var rules = new PasswordRules();

        for (var bad :
                new String[] {
                    "ngắn quá",
                    "matkhau123",
                    "Mật Khẩu 123456",
                    "QWERTY-123456",
                    "aaaaaaaaaaaa",
                    "NguyenThiHoa1990",
                    "nguyenthihoa@example.vn",
                    "BusTicket2026",
                    "x".repeat(50) + "yz".repeat(12)
                }) {
            assertThatThrownBy(() -> rules.check(bad, email))
                    .as(bad)
                    .isInstanceOf(PasswordRefused.class);
        }
        rules.check(PASSWORD, email);
        rules.check("rỪng-7-con-voi", email);
    }

    @Test
    void detailsLanguageAndPasswordChange() {
        var email = newEmail();
        var id = people.register(registration(email, PASSWORD));

        accounts.changeDetails(id, " Trần Văn Bình ", null);
        accounts.changeLanguage(id, Language.EN);
        accounts.changePassword(id, PASSWORD, "một mật khẩu khác hẳn");

        var details = queries.find(id).orElseThrow();
        assertThat(details.fullName()).isEqualTo("Trần Văn Bình");
        assertThat(details.phone()).isNull();
        assertThat(details.language()).isEqualTo(Language.EN);
        assertThatThrownBy(() -> accounts.changePassword(id, PASSWORD, "thêm một lần nữa"))
                .isInstanceOf(WrongPassword.class);
    }

    @Test
    @Tag("P7.2")
    void operatorStaffBelongToOneCompany() {
        var email = newEmail();
        var id = accounts.appointOperatorStaff(email, PASSWORD, "Phụ xe", "phuong-nam");

        assertThat(queries.find(id).orElseThrow().operatorCode()).isEqualTo("phuong-nam");
        assertThatThrownBy(() ->
                        database.sql("update account set operator_code = null where id = :id")
                                .param("id", id.value())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @Tag("P7.2")
    void theFirstAdministratorIsMadeOnce() {
        database.sql(
                        "update account set role = 'PASSENGER', administrator_since = null where role = 'ADMINISTRATOR'")
                .update();
        var email = newEmail();

        assertThat(accounts.appointFirstAdministrator(email, PASSWORD)).isTrue();
        assertThat(accounts.appointFirstAdministrator(newEmail(), PASSWORD)).isFalse();
        assertThat(queries.byEmail(email).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    @Tag("P7.2")
    void deedsOfStaffAreWrittenDown() {
        var subject = "booking " + OpaqueToken.random();
        audit.record(
                new AccountId(7), "booking.cancelled", subject, "khách gọi", Map.of("seats", 2));
        audit.record(null, "booking.expired", subject, null, Map.of());

        assertThat(
                        database.sql(
                                        """
                                        select action || ' ' || coalesce(reason, '-') || ' ' || detail::text
                                        from audit_log where subject = :subject order by id
                                        """)
                                .param("subject", subject)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "booking.cancelled khách gọi {\"seats\": 2}", "booking.expired - {}");
    }

    private static Registration registration(EmailAddress email, String password) {
        return new Registration(
                "Nguyễn Thị Hoa", email, new PhoneNumber("+84901234567"), password, Language.VI);
    }

    private static EmailAddress newEmail() {
        return EmailAddress.parse(
                        OpaqueToken.random().replace("-", "x").replace("_", "y") + "@example.vn")
                .orElseThrow();
    }
}
