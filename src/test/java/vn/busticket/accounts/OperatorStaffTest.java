package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;

/** Administrators say who works for which coach company. */
@Tag("P7.2")
class OperatorStaffTest extends ApplicationTest {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final String REASON = "soát vé ban đêm";

    @Autowired private AccountService accounts;
    @Autowired private ProvedPeople people;
    @Autowired private OperatorStaff operatorStaff;
    @Autowired private AccountQueries queries;
    @Autowired private AccountSignIn signIn;

    private AccountId boss;
    private EmailAddress email;
    private AccountId person;

    @BeforeEach
    void anAdministratorAndSomebodyWhoRegistered() {
        accounts.appointFirstAdministrator(newEmail(), PASSWORD);
        boss = queries.administrators().getFirst().id();
        email = newEmail();
        person =
                people.register(
                        new Registration(
                                "Trần Soát Vé",
                                email,
                                new PhoneNumber("+84901234567"),
                                PASSWORD,
                                Language.VI));
    }

    @Test
    void whoIsAppointedWorksForThatCompanyFromTheNextSignInOn() {
        var session = signedIn();

        operatorStaff.appoint(boss, email, "SAO_DEM", REASON);

        assertThat(signedIn().role()).isEqualTo(Role.OPERATOR_STAFF);
        assertThat(signedIn().operatorCode()).isEqualTo("SAO_DEM");
        assertThat(queries.mayStay(session)).isFalse();
        assertThat(queries.operatorStaff())
                .contains(new OperatorEmployee(person, "Trần Soát Vé", email.value(), "SAO_DEM"));
        assertThat(lastAudit())
                .isEqualTo(
                        boss.value()
                                + " operator-staff.appointed soát vé ban đêm {\"operator\": \"SAO_DEM\"}");
    }

    @Test
    void whoIsWithdrawnIsAPassengerAndTheSessionEnds() {
        operatorStaff.appoint(boss, email, "SAO_DEM", REASON);
        var session = signedIn();

        operatorStaff.withdraw(boss, person, "nghỉ việc");

        assertThat(queries.mayStay(session)).isFalse();
        assertThat(signedIn().role()).isEqualTo(Role.PASSENGER);
        assertThat(lastAudit())
                .isEqualTo(
                        boss.value()
                                + " operator-staff.withdrawn nghỉ việc {\"operator\": \"SAO_DEM\"}");
    }

    @Test
    void onlyAdministratorsDoItAndOnlyWithPassengers() {
        refused("by-no-administrator", () -> operatorStaff.appoint(person, email, "X", REASON));
        refused("not-registered", () -> operatorStaff.appoint(boss, newEmail(), "X", REASON));
        refused("not-operator-staff", () -> operatorStaff.withdraw(boss, person, REASON));
        operatorStaff.appoint(boss, email, "SAO_DEM", REASON);
        refused("works-for-operator", () -> operatorStaff.appoint(boss, email, "X", REASON));
        refused("by-no-administrator", () -> operatorStaff.withdraw(person, person, REASON));
        assertThatThrownBy(() -> operatorStaff.withdraw(boss, person, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(signedIn().operatorCode()).isEqualTo("SAO_DEM");
    }

    private static void refused(String why, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        AppointmentRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("accounts.appointment." + why));
    }

    private SignedIn signedIn() {
        return (SignedIn) signIn.loadUserByUsername(email.value());
    }

    private String lastAudit() {
        return database.sql(
                        """
                        select account_id || ' ' || action || ' ' || reason || ' ' || detail::text
                          from audit_log where subject = :subject order by id desc limit 1
                        """)
                .param("subject", "account " + person.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static EmailAddress newEmail() {
        return new EmailAddress(
                UUID.randomUUID().toString().toLowerCase(Locale.ROOT) + "@example.vn");
    }
}
