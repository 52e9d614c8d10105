package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Proving a mailbox, and moving to another. */
@Tag("P7.1")
class EmailVerificationTest extends AccountTest {

    private final VisitorId browser = VisitorId.random();
    private final VisitorId elsewhere = VisitorId.random();

    @Autowired private EmailVerification verification;
    @Autowired private AccountSignIn signIn;
    @Autowired private PasswordEncoder encoder;

    @Test
    void theBrowserThatRegisteredNeedsOnlyTheLink() {
        var email = mailbox();
        accounts.register(registration(email), browser);
        assertThat(isProved(email)).isFalse();

        var person = verification.confirm(verificationToken(email), Optional.empty(), browser);

        assertThat(person).contains(idOf(email));
        assertThat(isProved(email)).isTrue();
        assertThat(told(EmailVerified.class))
                .containsExactly(new EmailVerified(idOf(email), email));
    }

    @Test
    void theLinkSignsNobodyInOnceTheMailboxIsProved() {
        var email = mailbox();
        accounts.register(registration(email), browser);
        var token = verificationToken(email);
        verification.confirm(token, Optional.empty(), browser);

        assertThat(verification.read(token).orElseThrow().isConfirmed()).isTrue();
        assertThat(verification.confirm(token, Optional.empty(), browser)).isEmpty();
    }

    @Test
    void elsewhereThePasswordIsNeededBecauseSomebodyElseMayHaveRegistered() {
        var email = mailbox();
        accounts.register(registration(email), browser);
        var token = verificationToken(email);

        assertThat(verification.confirm(token, Optional.empty(), elsewhere)).isEmpty();
        assertThatThrownBy(() -> verification.confirm(token, ANOTHER))
                .isInstanceOf(WrongPassword.class);
        assertThat(isProved(email)).isFalse();
        assertThat(verification.confirm(token, PASSWORD)).isEqualTo(idOf(email));
        assertThat(isProved(email)).isTrue();
    }

    @Test
    void nobodySignsInBeforeAndThePasswordIsComparedFirst() {
        var email = mailbox();
        accounts.register(registration(email), browser);
        var door = new DaoAuthenticationProvider(signIn);
        door.setPasswordEncoder(encoder);

        assertThatThrownBy(() -> door.authenticate(typed(email.value(), PASSWORD)))
                .isInstanceOf(CredentialsExpiredException.class);
        assertThatThrownBy(() -> door.authenticate(typed(email.value(), ANOTHER)))
                .isInstanceOf(
                        org.springframework.security.authentication.BadCredentialsException.class);
        verification.confirm(verificationToken(email), Optional.empty(), browser);
        assertThat(door.authenticate(typed(email.value(), PASSWORD)).isAuthenticated()).isTrue();
    }

    @Test
    void aLinkIsGoodForThreeDaysAndCannotBeMade() {
        var email = mailbox();
        accounts.register(registration(email), browser);
        var token = verificationToken(email);
        assertThat(verification.read(token)).isPresent();
        assertThat(verification.read(token.substring(1))).isEmpty();
        assertThat(verification.read("x")).isEmpty();

        clock.advance(Duration.ofDays(3));

        assertThat(verification.read(token)).isEmpty();
        assertThatThrownBy(() -> verification.confirm(token, PASSWORD))
                .isInstanceOf(LinkNoLongerGood.class);
    }

    @Test
    void aNewMailboxCountsOnceItIsProvedAndTheOldOneHearsOfIt() {
        var before = mailbox();
        var now = mailbox();
        accounts.register(registration(before), browser);
        var id = idOf(before);
        verification.confirm(verificationToken(before), Optional.empty(), browser);
        assertThatThrownBy(() -> verification.requestChange(id, ANOTHER, now))
                .isInstanceOf(WrongPassword.class);
        verification.requestChange(id, PASSWORD, now);
        assertThat(queries.byEmail(before)).isPresent();
        assertThat(queries.byEmail(now)).isEmpty();
        assertThat(verification.read(verificationToken(now)))
                .contains(new EmailToConfirm(id, now, false));
        var session = queries.person(id);

        assertThat(verification.confirm(verificationToken(now), Optional.empty(), elsewhere))
                .isEmpty();
        verification.confirm(verificationToken(now), Optional.of(id), elsewhere);

        assertThat(queries.byEmail(before)).isEmpty();
        assertThat(idOf(now)).isEqualTo(id);
        assertThat(queries.mayStay(session)).isFalse();
        assertThat(told(EmailChanged.class)).containsExactly(new EmailChanged(id, before, now));
        assertThat(told(EmailVerified.class)).contains(new EmailVerified(id, now));
    }

    @Test
    void theMailboxOfAnotherAccountIsNotTakenAndOnlyThatMailboxHearsOfIt() {
        var mine = mailbox();
        var theirs = mailbox();
        accounts.register(registration(mine), browser);
        accounts.register(registration(theirs), elsewhere);
        var id = idOf(mine);

        verification.requestChange(id, PASSWORD, theirs);

        assertThat(told(EmailVerificationRequested.class)).hasSize(2);
        assertThat(told(RegistrationRepeated.class))
                .containsExactly(new RegistrationRepeated(idOf(theirs), theirs, clock.instant()));
    }

    @Test
    void whoeverProvesAMailboxFirstHasIt() {
        var mine = mailbox();
        var wished = mailbox();
        accounts.register(registration(mine), browser);
        var id = idOf(mine);
        verification.requestChange(id, PASSWORD, wished);
        var token = verificationToken(wished);
        accounts.register(registration(wished), elsewhere);

        assertThatThrownBy(() -> verification.confirm(token, PASSWORD))
                .isInstanceOf(LinkNoLongerGood.class);
        assertThat(idOf(mine)).isEqualTo(id);
    }

    private static UsernamePasswordAuthenticationToken typed(String email, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(email, password);
    }
}
