package vn.busticket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.AuthenticationException;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.RawBrowser;
import vn.busticket.testing.RoundTrips;
import vn.busticket.testing.StaffPeople;

/**
 * What is not there costs as much as what is: nobody learns by the time of an answer whether a
 * mailbox has an account, or a code a booking. Work is compared, not time.
 */
@Tag("P7.1")
class SameAnswerTest extends AccessTest {

    /** Something that is done once. */
    private interface Deed {

        void run() throws Exception;
    }

    @Autowired private AuthenticationConfiguration security;
    @Autowired private AccountService accounts;

    @Test
    void signingInWithAnUnknownMailboxIsAsMuchWorkAsWithAWrongPassword() throws Exception {
        var known = owner.email().value();
        wrongPassword(known);
        wrongPassword("nobody-at-all@example.vn");

        var work = worked(() -> wrongPassword(known));
        assertThat(worked(() -> wrongPassword("nobody@example.vn"))).isBetween(work / 2, work * 2);
    }

    @Test
    void registeringAKnownMailboxIsAsMuchWorkAsANewOne() throws Exception {
        register(StaffPeople.newEmail());
        var work = worked(() -> register(StaffPeople.newEmail()));
        assertThat(worked(() -> register(owner.email()))).isBetween(work / 2, work * 2);
    }

    @Test
    @Tag("P4.3")
    void anUnknownCodeIsAsMuchWorkAsAWrongContact() {
        asked("ZZZZ3333");
        var wrongContact = asked(booking.code());
        var unknownCode = asked("ZZZZ2222");

        assertThat(unknownCode).isPositive().isEqualTo(wrongContact);
    }

    /** How often the server asks the database until it has answered. */
    private int asked(String code) {
        var page = new RawBrowser(address(), "en").open("/bookings/find");
        page.fill("Booking code", code);
        page.fill("Phone or email", "nobody@example.vn");
        var find = page.buttons("Find booking").getLast();
        return RoundTrips.toAnswer(() -> page.click(find));
    }

    private void wrongPassword(String email) throws Exception {
        try {
            security.getAuthenticationManager()
                    .authenticate(
                            UsernamePasswordAuthenticationToken.unauthenticated(
                                    email, "một mật khẩu sai"));
            throw new AssertionError("Let in");
        } catch (AuthenticationException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private void register(EmailAddress email) {
        accounts.register(
                new Registration(
                        "Nguyễn Thị Hoa",
                        email,
                        new PhoneNumber("+84901234567"),
                        "chuyến xe đêm về quê " + UUID.randomUUID().toString().substring(0, 6),
                        Language.VI),
                VisitorId.random());
    }

    /** What this thread computes, in nanoseconds: others do not count, however busy the machine. */
    private static long worked(Deed deed) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        deed.run();
        return threads.getCurrentThreadCpuTime() - before;
    }
}
