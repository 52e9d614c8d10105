package vn.busticket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.access.Rule.Person;
import vn.busticket.testing.RawScreen;

/**
 * Calls that no page offers to who sends them: to parts of another person's page, to parts that
 * were never shown or are gone, with another session's key. What counts is the database.
 */
@Tag("P7.2")
class ReplayedActionsTest extends AccessTest {

    private static final List<String> TABLES =
            List.of(
                    "account",
                    "audit_log",
                    "booking",
                    "booking_history",
                    "ledger_entry",
                    "message_preference",
                    "notification",
                    "policy",
                    "policy_tier",
                    "refund_approval",
                    "refund_case",
                    "refund_event",
                    "second_factor",
                    "suppression");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeEach
    void comeTogether() {
        gather();
    }

    @Test
    void whatAnAdministratorMayClickDoesNothingForAnybodyElse() {
        for (var address : List.of("people", "policies", "payments/refunds", "payments/webhook")) {
            var own = crowd.as(Person.ADMINISTRATOR).open("/admin/" + address);
            assertThat(own.all("button")).isNotEmpty();
            for (var person :
                    List.of(
                            Person.STRANGER,
                            Person.OTHER_PASSENGER,
                            Person.COMPANY,
                            Person.HALFWAY_ADMINISTRATOR)) {
                var theirs = crowd.as(person).open("/tickets/key");
                theirs.navigate("admin/" + address, "");
                var before = contents();
                theirs.clickAll(
                        own.nodes().stream()
                                .filter(node -> !theirs.nodes().contains(node))
                                .toList());
                assertThat(contents()).as("%s as %s", address, person).isEqualTo(before);
                assertThat(theirs.texts("button")).noneMatch(words -> words.startsWith("Withdraw"));
            }
        }
    }

    @Test
    void aBookingIsCancelledByItsOwnersPageInTimeAndByNothingElse() {
        var page = crowd.as(Person.OWNER).open("/bookings/" + booking.code());
        page.click(page.button("Cancel booking"));
        var confirm = page.button("Confirm cancellation");
        assertThat(confirm).isPositive();
        var before = contents();

        for (var person : List.of(Person.STRANGER, Person.OTHER_PASSENGER, Person.ADMINISTRATOR)) {
            page.takenOverBy(crowd.as(person)).click(confirm);
        }
        page.withKey("00000000-0000-0000-0000-000000000000").click(confirm);
        assertThat(contents()).isEqualTo(before);

        clock.set(booking.departsAt().plusSeconds(60));
        var late = page.click(confirm);
        waitUntilTold(late, "cannot be cancelled any more");
        assertThat(contents()).isEqualTo(before);
        assertThat(state()).isEqualTo("CONFIRMED");
    }

    @Test
    void theSameClickInTimeCancelsAndAgainDoesNothing() {
        var page = crowd.as(Person.OWNER).open("/bookings/" + booking.code());
        page.click(page.button("Cancel booking"));
        var confirm = page.button("Confirm cancellation");

        page.click(confirm);
        waitUntilTold(page, "This booking was cancelled");
        assertThat(state()).isEqualTo("CANCELLED");

        var after = contents();
        page.click(confirm);
        page.navigate("bookings/" + booking.code(), "");
        page.click(confirm);
        assertThat(contents()).isEqualTo(after);
    }

    /** The button of who agreed takes no click, and neither does one that was offered before. */
    @Test
    @Tag("P3.8")
    void nobodyAgreesTwiceToOneRefundByWhateverButton() {
        var amount = 2_000_000 + booking.id().value();
        var address = "/admin/payments/refunds?id=" + surplus(amount);
        var administrator = crowd.as(Person.ADMINISTRATOR);
        var first = administrator.open(address);
        var second = administrator.open(address);
        first.click(first.button("Approve"));
        second.click(second.button("Approve"));
        first.click(lastButton(first, "Approve"));
        assertThat(approvals(amount)).isEqualTo(1);
        var before = contents();

        second.click(lastButton(second, "Approve"));
        assertThat(second.told()).contains("Somebody else has to approve");
        assertThat(contents()).isEqualTo(before);

        var third = administrator.open(address);
        var refused = third.button("Approve");
        assertThat(third.values("aria-disabled")).contains("true");
        var buttons = third.all("button").size();
        third.click(refused);
        assertThat(third.all("button")).as("asks nothing").hasSize(buttons);
        assertThat(contents()).isEqualTo(before);
        assertThat(approvals(amount)).isEqualTo(1);
    }

    private static int lastButton(RawScreen screen, String words) {
        return screen.buttons(words).getLast();
    }

    private long approvals(long amountVnd) {
        return database.sql(
                        """
                        select count(*) from refund_approval a
                          join refund_case r on r.id = a.refund_case_id
                         where r.amount_vnd = :amount
                        """)
                .param("amount", amountVnd)
                .query(Long.class)
                .single();
    }

    /** Answers of work beside the screen come with a later call. */
    private static void waitUntilTold(RawScreen screen, String words) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!screen.told().contains(words) && System.nanoTime() < deadline) {
            screen.listen();
        }
        assertThat(screen.told()).contains(words);
    }

    private String contents() {
        return TABLES.stream().map(this::contents).collect(Collectors.joining("\n"));
    }

    private String contents(String table) {
        return table
                + " "
                + database.sql(
                                "select coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text from "
                                        + table
                                        + " t")
                        .query(String.class)
                        .single();
    }
}
