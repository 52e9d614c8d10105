package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.shared.EmailAddress;
import vn.busticket.testing.ApplicationTest;

/** However a guess is spread, it is slowed down. */
@Tag("P7.1")
class SignInLimitsTest extends ApplicationTest {

    @Autowired private SignIn signIn;

    @Test
    void oneAccountFromOneAddressHasTenTries() {
        var email = anyone();
        var address = anywhere();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(signIn.mayTry(email, address)).isTrue();
        }
        assertThat(signIn.mayTry(email.toUpperCase(java.util.Locale.ROOT), address)).isFalse();
        assertThat(signIn.mayTry(email, anywhere())).isTrue();
        assertThat(signIn.mayTry(anyone(), address)).isTrue();
    }

    @Test
    void oneAccountFromEverywhereHasFiftyTries() {
        var email = anyone();
        for (int attempt = 0; attempt < 50; attempt++) {
            assertThat(signIn.mayTry(email, anywhere())).isTrue();
        }
        assertThat(signIn.mayTry(email, anywhere())).isFalse();
    }

    @Test
    void oneAddressHasAHundredTriesAtAllAccounts() {
        var address = anywhere();
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(signIn.mayTry(anyone(), address)).isTrue();
        }
        assertThat(signIn.mayTry(anyone(), address)).isFalse();
    }

    @Test
    void oneAddressRegistersTwentyTimes() {
        var address = anywhere();
        for (int attempt = 0; attempt < 20; attempt++) {
            signIn.countRegistration(mailbox(), address);
        }
        assertThatThrownBy(() -> signIn.countRegistration(mailbox(), address))
                .isInstanceOf(TooManyAttempts.class);
        assertThatCode(() -> signIn.countRegistration(mailbox(), anywhere()))
                .doesNotThrowAnyException();
    }

    @Test
    void oneMailboxIsWrittenToFiveTimesFromEverywhere() {
        var email = mailbox();
        for (int attempt = 0; attempt < 5; attempt++) {
            signIn.countMailRequest(email, anywhere());
            signIn.countRegistration(email, anywhere());
        }
        assertThatThrownBy(() -> signIn.countMailRequest(email, anywhere()))
                .isInstanceOf(TooManyAttempts.class);
        assertThatThrownBy(() -> signIn.countRegistration(email, anywhere()))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void oneAddressAsksForThirtyMails() {
        var address = anywhere();
        for (int attempt = 0; attempt < 30; attempt++) {
            signIn.countMailRequest(mailbox(), address);
        }
        assertThatThrownBy(() -> signIn.countMailRequest(mailbox(), address))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void oneAccountTriesTenPasswordChanges() {
        var account = new AccountId(UUID.randomUUID().getLeastSignificantBits() >>> 1);
        for (int attempt = 0; attempt < 10; attempt++) {
            signIn.countPasswordChange(account);
        }
        assertThatThrownBy(() -> signIn.countPasswordChange(account))
                .isInstanceOf(TooManyAttempts.class);
    }

    private static EmailAddress mailbox() {
        return new EmailAddress(anyone());
    }

    private static String anyone() {
        return UUID.randomUUID() + "@example.vn";
    }

    private static String anywhere() {
        return UUID.randomUUID().toString();
    }
}
