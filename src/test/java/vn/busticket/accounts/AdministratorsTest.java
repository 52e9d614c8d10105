package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;

/** Administrators appoint and withdraw each other, and there is always one. */
@Tag("P7.2")
class AdministratorsTest extends ApplicationTest {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final String REASON = " cần hai người duyệt ";

    @Autowired private AccountService accounts;
    @Autowired private ProvedPeople people;
    @Autowired private Administrators administrators;
    @Autowired private AccountQueries queries;
    @Autowired private AccountSignIn signIn;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AccountId first;

    @BeforeEach
    void beginWithOneAdministrator() {
        database.sql(
                        "update account set role = 'PASSENGER', administrator_since = null where role = 'ADMINISTRATOR'")
                .update();
        var email = newEmail();
        accounts.appointFirstAdministrator(email, PASSWORD);
        first = queries.byEmail(email).orElseThrow().id();
    }

    @Test
    void whoIsAppointedSignsInAsAdministratorAndStandsInTheList() {
        var email = registered();
        assertThat(administrators.candidate(email).role()).isEqualTo(Role.PASSENGER);

        var second = administrators.appoint(first, email, REASON);

        assertThat(signedIn(email).role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(queries.administrators())
                .extracting(Administrator::id)
                .containsExactly(first, second);
        assertThat(queries.administrators().getLast().since()).isEqualTo(clock.instant());
        assertThat(audit(second))
                .containsExactly(
                        first.value()
                                + " administrator.appointed cần hai người duyệt"
                                + " {\"role\": \"ADMINISTRATOR\"}");
    }

    @Test
    void whoIsWithdrawnIsAPassengerAndTheSessionNoLongerCounts() {
        var email = registered();
        var second = administrators.appoint(first, email, REASON);
        var session = signedIn(email);
        assertThat(queries.mayStay(session)).isTrue();

        administrators.withdraw(first, second, "nghỉ việc");

        assertThat(queries.mayStay(session)).isFalse();
        assertThat(signedIn(email).role()).isEqualTo(Role.PASSENGER);
        assertThat(queries.administrators()).hasSize(1);
        assertThat(audit(second))
                .hasSize(2)
                .last()
                .isEqualTo(
                        first.value()
                                + " administrator.withdrawn nghỉ việc"
                                + " {\"role\": \"PASSENGER\"}");
    }

    @Test
    void onlyRegisteredPassengersAreAppointed() {
        var staff = newEmail();
        accounts.appointOperatorStaff(staff, PASSWORD, "Phụ xe", "phuong-nam");
        var second = registered();
        administrators.appoint(first, second, REASON);

        refused("not-registered", () -> administrators.appoint(first, newEmail(), REASON));
        refused("works-for-operator", () -> administrators.appoint(first, staff, REASON));
        refused("already-administrator", () -> administrators.appoint(first, second, REASON));
        refused("not-registered", () -> administrators.candidate(newEmail()));
    }

    @Test
    void onlyAdministratorsAppointAndWithdraw() {
        var passenger = queries.byEmail(registered()).orElseThrow().id();
        var email = registered();

        refused("by-no-administrator", () -> administrators.appoint(passenger, email, REASON));
        refused("by-no-administrator", () -> administrators.withdraw(passenger, first, REASON));
        refused("not-administrator", () -> administrators.withdraw(first, passenger, REASON));
        assertThatThrownBy(() -> administrators.appoint(first, email, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(signedIn(email).role()).isEqualTo(Role.PASSENGER);
    }

    @Test
    void nobodyWithdrawsTheLastOneOrThemselves() {
        refused("last-one", () -> administrators.withdraw(first, first, REASON));
        administrators.appoint(first, registered(), REASON);
        refused("own-office", () -> administrators.withdraw(first, first, REASON));
        assertThat(queries.administrators()).hasSize(2);
    }

    @RepeatedTest(5)
    void twoWhoWithdrawEachOtherAtTheSameMomentLeaveOne() {
        var second = administrators.appoint(first, registered(), REASON);

        var start = new Phaser(2);
        var deeds =
                List.of(
                        CompletableFuture.supplyAsync(() -> isWithdrawn(first, second, start)),
                        CompletableFuture.supplyAsync(() -> isWithdrawn(second, first, start)));

        assertThat(deeds.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
        assertThat(queries.administrators()).hasSize(1);
    }

    private boolean isWithdrawn(AccountId by, AccountId person, Phaser start) {
        start.arriveAndAwaitAdvance();
        try {
            administrators.withdraw(by, person, REASON);
            return true;
        } catch (AppointmentRefused refused) {
            return false;
        }
    }

    private static void refused(String why, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        AppointmentRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("accounts.appointment." + why));
    }

    private SignedIn signedIn(EmailAddress email) {
        return (SignedIn) signIn.loadUserByUsername(email.value());
    }

    private List<@Nullable String> audit(AccountId person) {
        return database.sql(
                        """
                        select account_id || ' ' || action || ' ' || reason || ' ' || detail::text
                        from audit_log where subject = :subject order by id
                        """)
                .param("subject", "account " + person.value())
                .query(String.class)
                .list();
    }

    private EmailAddress registered() {
        var email = newEmail();
        people.register(
                new Registration(
                        "Phạm Kế Toán",
                        email,
                        new PhoneNumber("+84901234567"),
                        PASSWORD,
                        Language.VI));
        return email;
    }

    private static EmailAddress newEmail() {
        var name = OpaqueToken.random().replace("-", "x").replace("_", "y");
        return new EmailAddress(name.toLowerCase(Locale.ROOT) + "@example.vn");
    }
}
