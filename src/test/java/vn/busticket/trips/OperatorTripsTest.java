package vn.busticket.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Registration;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.VietnamTime;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;
import vn.busticket.testing.SettableClock;
import vn.busticket.testing.TestTrips;

/** Which trips a member of staff may work on, and what they say about them. */
@Tag("P7.2")
@Tag("P5.3")
class OperatorTripsTest extends ApplicationTest {

    private static final String PASSWORD = "chuyến xe đêm về quê";
    private static final LocalDate TOMORROW =
            VietnamTime.dayOf(SettableClock.START.plus(Duration.ofDays(1)));

    @Autowired private OperatorTrips operatorTrips;
    @Autowired private TripCrews crews;
    @Autowired private Trips trips;
    @Autowired private AccountService accounts;
    @Autowired private ProvedPeople proved;

    private TripId mine;
    private TripId others;
    private AccountId staff;

    @BeforeEach
    void twoCompanies() {
        var make = new TestTrips(database);
        mine = make.tomorrow(4);
        others = make.tomorrow(4);
        var operator = trips.find(mine).orElseThrow().operator().code();
        staff = accounts.appointOperatorStaff(newEmail(), PASSWORD, "Phụ xe", operator);
    }

    @Test
    void staffSeeTheTripsOfTheirOwnCompanyOnly() {
        assertThat(operatorTrips.on(staff, TOMORROW, 0, 10)).containsExactly(mine);
        assertThat(operatorTrips.count(staff, TOMORROW)).isEqualTo(1);
        assertThat(operatorTrips.count(staff, TOMORROW.plusDays(1))).isZero();
        assertThat(operatorTrips.find(staff, others)).isEmpty();
        assertThatThrownBy(() -> operatorTrips.require(staff, others))
                .isInstanceOf(TripOfOthers.class);
        assertThat(operatorTrips.seesAll(staff)).isFalse();
    }

    @Test
    void administratorsSeeAllTripsByPages() {
        var admin = administrator();
        var total = operatorTrips.count(admin, TOMORROW);

        assertThat(operatorTrips.on(admin, TOMORROW, 0, total)).contains(mine, others);
        assertThat(operatorTrips.on(admin, TOMORROW, total - 1, 10)).hasSize(1);
        assertThat(operatorTrips.require(admin, others).id()).isEqualTo(others);
    }

    @Test
    void passengersSeeNone() {
        var passenger =
                proved.register(
                        new Registration(
                                "Lê Mẫu",
                                newEmail(),
                                new PhoneNumber("+84901234567"),
                                PASSWORD,
                                Language.VI));

        assertThatThrownBy(() -> operatorTrips.find(passenger, mine))
                .isInstanceOf(TripOfOthers.class);
        assertThatThrownBy(() -> operatorTrips.count(passenger, TOMORROW))
                .isInstanceOf(TripOfOthers.class);
    }

    @Test
    void theirOwnPeopleSayWhichCoachRunsAndWhoDrives() {
        var crew =
                new TripCrew(
                        Optional.of(" 51B-284.90 "),
                        Optional.of("Nguyễn Văn Lái"),
                        PhoneNumber.parse("0901 234 567"));

        crews.assign(staff, mine, crew);

        var known = crews.of(staff, mine);
        assertThat(known.plate()).contains("51B-284.90");
        assertThat(known.driverName()).contains("Nguyễn Văn Lái");
        assertThat(known.driverPhone()).contains(new PhoneNumber("+84901234567"));
        assertThat(audit(mine)).isEqualTo(staff.value() + " {\"plate\": \"51B-284.90\"}");
        assertThatThrownBy(() -> crews.assign(staff, others, crew))
                .isInstanceOf(TripOfOthers.class);
        assertThatThrownBy(() -> crews.of(staff, others)).isInstanceOf(TripOfOthers.class);
    }

    private AccountId administrator() {
        var email = newEmail();
        accounts.appointFirstAdministrator(email, PASSWORD);
        return database.sql("select min(id) from account where role = 'ADMINISTRATOR'")
                .query((row, number) -> new AccountId(row.getLong(1)))
                .single();
    }

    private String audit(TripId trip) {
        return database.sql(
                        """
                        select account_id || ' ' || detail from audit_log
                         where subject = :subject and action = 'trip.crew-assigned'
                        """)
                .param("subject", "trip " + trip.value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static EmailAddress newEmail() {
        return new EmailAddress(
                UUID.randomUUID().toString().toLowerCase(Locale.ROOT) + "@example.vn");
    }
}
