package vn.busticket.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.access.Rule.Person;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AuditEntry;
import vn.busticket.accounts.AuditPart;
import vn.busticket.accounts.AuditTrail;
import vn.busticket.accounts.ErasureRefused;
import vn.busticket.accounts.MessagePreferences;
import vn.busticket.accounts.Privacy;
import vn.busticket.accounts.WrongPassword;
import vn.busticket.bookings.Cancellation;
import vn.busticket.payments.RefundDesk;
import vn.busticket.payments.RefundQueries;
import vn.busticket.testing.Cancelling;
import vn.busticket.testing.Invariants;
import vn.busticket.testing.StaffPeople;

/** People take their data along and have them erased; who looks at them is written down. */
@Tag("P7.3")
class PrivacyTest extends AccessTest {

    @Autowired private Privacy privacy;
    @Autowired private AccountQueries accounts;
    @Autowired private Cancellation cancellation;
    @Autowired private RefundQueries refunds;
    @Autowired private RefundDesk refundDesk;
    @Autowired private MessagePreferences preferences;
    @Autowired private AuditTrail trail;

    @Test
    void everyRoomTellsWhatItKeeps() {
        var data = privacy.export(owner.id(), StaffPeople.PASSWORD);

        assertThat(data).containsOnlyKeys("account", "bookings", "messages", "reports");
        assertThat(data.getOrDefault("account", List.of()).getFirst())
                .containsEntry("email", owner.email().value())
                .containsEntry("agreedTo", "2026-11");
        assertThat(data.getOrDefault("bookings", List.of()).getFirst())
                .containsEntry("code", booking.code())
                .containsEntry("passengers", "A01 " + NAME)
                .extractingByKey("transfers")
                .asString()
                .contains("amountVnd=" + booking.total().dong());
        assertThat(data.getOrDefault("messages", List.of())).isNotEmpty();
        assertThatThrownBy(() -> privacy.export(owner.id(), "một mật khẩu khác"))
                .isInstanceOf(WrongPassword.class);
    }

    @Test
    void nothingIsErasedWhileATripLiesAheadOrMoneyIsOnItsWay() {
        assertThatThrownBy(() -> privacy.erase(owner.id(), StaffPeople.PASSWORD))
                .isInstanceOfSatisfying(
                        ErasureRefused.class,
                        refused ->
                                assertThat(refused.messageKey()).isEqualTo("privacy.refused.trip"));
        Cancelling.whole(cancellation, booking.id(), "đổi ý");
        assertThatThrownBy(() -> privacy.erase(owner.id(), StaffPeople.PASSWORD))
                .isInstanceOfSatisfying(
                        ErasureRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("privacy.refused.refund"));
        var staff = people.administrator();
        assertThatThrownBy(() -> privacy.erase(staff.id(), StaffPeople.PASSWORD))
                .isInstanceOfSatisfying(
                        ErasureRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("privacy.refused.staff"));
        assertThat(accounts.byEmail(owner.email())).isPresent();
        assertThat(tablesWith(NAME)).isNotEmpty();
    }

    @Test
    void nothingThatNamesThePersonStaysAndNoMoneyIsLost() {
        preferences.unsubscribe(owner.email().value());
        Cancelling.whole(cancellation, booking.id(), "vì " + NAME + " ốm");
        var refund = refunds.ofPayable(booking.payable()).getFirst().id();
        refundDesk.markTransferred(refund, people.administrator().id(), "VCB.9", null);
        var money = money();
        assertThatThrownBy(() -> privacy.erase(owner.id(), "một mật khẩu khác"))
                .isInstanceOf(WrongPassword.class);

        privacy.erase(owner.id(), StaffPeople.PASSWORD);

        assertThat(accounts.byEmail(owner.email())).isEmpty();
        assertThat(tablesWith(owner.email().value())).containsExactly("notification");
        assertThat(
                        database.sql("select kind from notification where account_email = :email")
                                .param("email", owner.email().value())
                                .query(String.class)
                                .single())
                .isEqualTo("ACCOUNT_ERASED");
        assertThat(rowsOfThisBooking(NAME)).isZero();
        assertThat(rowsOfThisBooking(PHONE)).isZero();
        assertThat(money()).isEqualTo(money);
        Invariants.check(database);
        assertThat(trail.page("account " + owner.id().value(), Optional.empty(), 0, 10))
                .extracting(AuditEntry::action)
                .contains("personal-data.erased");
    }

    @Test
    void nobodySignsInToAnErasedAccount() {
        Cancelling.whole(cancellation, booking.id(), "đổi ý");
        var refund = refunds.ofPayable(booking.payable()).getFirst().id();
        refundDesk.markTransferred(refund, people.administrator().id(), "VCB.9", null);
        crowd = crowdAround(owner);
        assertThat(crowd.as(Person.OWNER).get("/profile").statusCode()).isEqualTo(200);

        privacy.erase(owner.id(), StaffPeople.PASSWORD);

        var browser = crowd.as(Person.OWNER);
        assertThat(browser.get("/profile").headers().firstValue("Location")).hasValue("/login");
        for (var name :
                List.of(
                        owner.email().value(),
                        "erased-%d@busticket.invalid".formatted(owner.id().value()))) {
            assertThat(browser.signIn(name, StaffPeople.PASSWORD).headers().firstValue("Location"))
                    .hasValue("/login?error");
        }
    }

    @Test
    @Tag("P7.2")
    void whoOfTheStaffLooksAtABookingIsWrittenDownOnce() {
        crowd = crowdAround(owner);
        var subject = "booking " + booking.code();
        var before = trail.count(subject, Optional.of(AuditPart.PERSONAL_DATA));
        for (int i = 0; i < 2; i++) {
            var page =
                    crowd.as(Person.ADMINISTRATOR)
                            .open("/admin/payments/booking/" + booking.code());
            assertThat(page.told()).contains(NAME);
        }

        assertThat(before).isZero();
        assertThat(trail.page(subject, Optional.of(AuditPart.PERSONAL_DATA), 0, 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("personal-data.looked-at");
                    assertThat(entry.account()).isPresent();
                });
        assertThat(trail.count(subject, Optional.of(AuditPart.MONEY))).isZero();
        clock.set(clock.instant().plusSeconds(3_600));
        crowd.as(Person.ADMINISTRATOR).open("/admin/payments/booking/" + booking.code());
        assertThat(trail.count(subject, Optional.empty())).isEqualTo(2);
    }

    @Test
    @Tag("P7.2")
    @Tag("P6.8")
    void whoOfTheStaffOpensAMessageIsWrittenDown() {
        crowd = crowdAround(owner);
        var message =
                database.sql("select min(id) from notification where booking_id = :booking")
                        .param("booking", booking.id().value())
                        .query(Long.class)
                        .single();
        crowd.as(Person.ADMINISTRATOR).open("/admin/notifications");
        assertThat(trail.count("message " + message, Optional.empty())).isZero();

        crowd.as(Person.ADMINISTRATOR).open("/admin/notifications?id=" + message);

        assertThat(trail.page("message " + message, Optional.of(AuditPart.PERSONAL_DATA), 0, 10))
                .extracting(AuditEntry::action)
                .containsExactly("personal-data.looked-at");
    }

    /** Every table of which a row holds a text. */
    private List<String> tablesWith(String text) {
        return database
                .sql(
                        """
                        select table_name from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE'
                         order by table_name
                        """)
                .query((row, number) -> row.getString("table_name"))
                .list()
                .stream()
                .filter(table -> holds(table, text))
                .toList();
    }

    private boolean holds(String table, String text) {
        return database.sql(
                        "select exists (select from "
                                + table
                                + " t where position(:text in t::text) > 0)")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    private long rowsOfThisBooking(String text) {
        return database.sql(
                        """
                        select (select count(*) from booking t
                                 where t.id = :booking and position(:text in t::text) > 0)
                             + (select count(*) from booking_passenger t
                                 where t.booking_id = :booking and position(:text in t::text) > 0)
                             + (select count(*) from booking_history t
                                 where t.booking_id = :booking and position(:text in t::text) > 0)
                             + (select count(*) from notification t
                                 where t.booking_id = :booking and position(:text in t::text) > 0)
                        """)
                .param("booking", booking.id().value())
                .param("text", text)
                .query(Long.class)
                .single();
    }

    private String money() {
        return database.sql(
                        """
                        select count(*) || ' ' || coalesce(sum(hashtextextended(e::text, 0)::numeric), 0)
                          from ledger_entry e where e.payable_id = :booking
                        """)
                .param("booking", booking.id().value())
                .query(String.class)
                .single();
    }
}
