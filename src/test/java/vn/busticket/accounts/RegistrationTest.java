package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.busticket.testing.ProvedPeople;

/** Registering tells nobody but the mailbox whether it has an account. */
@Tag("P7.1")
class RegistrationTest extends AccountTest {

    @Autowired private ProvedPeople people;
    @Autowired private AccountSignIn signIn;
    @Autowired private PasswordEncoder encoder;

    @Test
    void aKnownMailboxGetsTheSameAnswerAndIsToldItself() {
        var email = mailbox();
        var id = people.register(registration(email));

        accounts.register(registration(email, ANOTHER), VisitorId.random());

        assertThat(told(RegistrationRepeated.class))
                .containsExactly(new RegistrationRepeated(id, email, clock.instant()));
        assertThat(told(EmailVerificationRequested.class)).hasSize(1);
        var hash = signIn.loadUserByUsername(email.value()).getPassword();
        assertThat(encoder.matches(PASSWORD, hash)).isTrue();
    }

    @Test
    void twoWhoRegisterOneMailboxAtOnceMakeOneAccount() throws Exception {
        var email = mailbox();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Void> attempt =
                    () -> {
                        accounts.register(registration(email), VisitorId.random());
                        return null;
                    };
            var first = both.submit(attempt);
            var second = both.submit(attempt);
            first.get();
            second.get();
        }
        assertThat(queries.byEmail(email)).isPresent();
    }
}
