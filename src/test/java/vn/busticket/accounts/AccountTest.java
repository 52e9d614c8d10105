package vn.busticket.accounts;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;

/** A test about people, which sees what is told. */
@RecordApplicationEvents
abstract class AccountTest extends ApplicationTest {

    static final String PASSWORD = "chuyến xe đêm về quê";
    static final String ANOTHER = "một mật khẩu khác hẳn";

    @Autowired AccountService accounts;
    @Autowired AccountQueries queries;
    @Autowired AccountLinks links;
    @Autowired ApplicationEvents events;

    static EmailAddress mailbox() {
        return new EmailAddress(UUID.randomUUID() + "@example.vn");
    }

    static Registration registration(EmailAddress email) {
        return registration(email, PASSWORD);
    }

    static Registration registration(EmailAddress email, String password) {
        return new Registration(
                "Nguyễn Thị Hoa", email, new PhoneNumber("+84901234567"), password, Language.VI);
    }

    /** The one account of a mailbox. */
    AccountId idOf(EmailAddress email) {
        return queries.byEmail(email).orElseThrow().id();
    }

    boolean isProved(EmailAddress email) {
        return queries.byEmail(email).orElseThrow().isEmailVerified();
    }

    /** What was told of that kind in this test, in order. */
    <T> List<T> told(Class<T> kind) {
        return events.stream(kind).toList();
    }

    /** The token of the last link that proves this mailbox. */
    String verificationToken(EmailAddress email) {
        var requests = told(EmailVerificationRequested.class);
        return requests.reversed().stream()
                .filter(request -> request.email().equals(email))
                .findFirst()
                .map(links::to)
                .map(AccountTest::token)
                .orElseThrow();
    }

    static String token(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
