package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.Registration;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.MailServer;
import vn.busticket.testing.ProvedPeople;

/** Staff send letters with made-up data to themselves. */
@Tag("P6.2")
class TestMessagesTest extends ApplicationTest {

    private static final int PER_MINUTE = 5;

    @Autowired private TestMessages tests;
    @Autowired private AccountQueries accounts;
    @Autowired private ProvedPeople people;

    @Test
    void fiveInAMinuteGoToOneselfAndNoSixth() throws Exception {
        var me = staff();
        var outbox = queued();
        for (var number = 0; number < PER_MINUTE; number++) {
            assertThat(send(me)).isTrue();
        }
        assertThatThrownBy(() -> send(me)).isInstanceOf(TooManyTestMessages.class);

        assertThat(MailServer.received(me.email())).hasSize(PER_MINUTE);
        assertThat(MailServer.received(me.email()).getFirst().getSubject()).startsWith("[TEST] ");
        assertThat(queued()).as("a test stands in no queue").isEqualTo(outbox);
        assertThat(send(staff())).as("somebody else").isTrue();
    }

    private boolean send(AccountDetails me) {
        return tests.sendMail(LetterSample.REMINDER, SampleData.USUAL, Language.EN, me);
    }

    private int queued() {
        return database.sql("select count(*) from notification").query(Integer.class).single();
    }

    private AccountDetails staff() {
        var id =
                people.register(
                        new Registration(
                                "Trần Thị Mẫu",
                                new EmailAddress("staff-" + UUID.randomUUID() + "@example.vn"),
                                new PhoneNumber("+84901234567"),
                                "chuyến xe đêm về quê",
                                Language.VI));
        return accounts.find(id).orElseThrow();
    }
}
