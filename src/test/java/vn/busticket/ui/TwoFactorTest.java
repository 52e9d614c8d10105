package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.TotpSecret;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.RawBrowser;
import vn.busticket.testing.RawScreen;
import vn.busticket.testing.StaffPeople;

/** An administrator signs in, over real HTTP and without a window. */
@Tag("P7.1")
class TwoFactorTest extends ApplicationTest {

    private static final String ENROL = "two-factor.enrol.headline";
    private static final String ASK = "two-factor.headline";

    private final TotpSecret phone = TotpSecret.random();

    @Autowired private StaffPeople people;
    @Autowired private AccountService accounts;
    @Autowired private AccountQueries queries;

    @Test
    void theFirstSignInEnrolsAPhoneAndLeadsToThePageThatWasAskedFor() {
        var browser = new RawBrowser(address(), "en");
        browser.get("/admin/payments?q=7");
        var answer = browser.signIn(people.administrator().email().value(), StaffPeople.PASSWORD);
        assertThat(location(answer)).isEqualTo("/admin/payments?q=7");
        assertThat(location(browser.get("/admin/payments?q=7"))).isEqualTo("/two-factor");
        var screen = browser.open("/two-factor");
        assertThat(screen.heading()).isEqualTo(words(ENROL));
        var shown = screen.texts("code").getFirst().replace(" ", "");
        assertThat(browser.open("/two-factor").texts("code"))
                .as("the same secret after a reload")
                .containsExactlyElementsOf(screen.texts("code"));
        var session = browser.cookie("busticket-session");

        prove(screen, "000000x");
        assertThat(screen.told()).contains(words("accounts.second-factor.wrong"));
        assertThat(location(browser.get("/admin/payments?q=7"))).isEqualTo("/two-factor");
        prove(screen, new TotpSecret(shown).codeAt(clock.instant()));

        assertThat(screen.heading()).isEqualTo(words("two-factor.recovery.headline"));
        assertThat(screen.texts("code")).hasSize(10);
        assertThat(browser.cookie("busticket-session")).isNotEqualTo(session);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
        screen.click(screen.button(words("two-factor.recovery.kept")));
        assertThat(screen.told()).contains("/admin/payments?q=7");
        assertThat(browser.open("/admin").heading()).isEqualTo(words("desk.nav.TODAY"));
    }

    @Test
    void everyOtherSignInAsksForACodeAndTheSessionGetsANewName() {
        var person = people.administrator(phone, clock.instant());
        var browser = signedIn(person);
        var session = browser.cookie("busticket-session");
        var screen = browser.open("/two-factor");
        assertThat(screen.heading()).isEqualTo(words(ASK));
        assertThat(screen.texts("code")).isEmpty();

        prove(screen, phone.codeAt(clock.instant()));

        assertThat(browser.cookie("busticket-session")).isNotEqualTo(session);
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
        var second = signedIn(person);
        prove(second.open("/two-factor"), phone.codeAt(clock.instant()));
        assertThat(location(second.get("/admin")))
                .as("the same code again")
                .isEqualTo("/two-factor");
    }

    @Test
    void untilThenThePersonIsAGuest() {
        var browser = signedIn(people.administrator(phone, clock.instant()));
        for (var path : new String[] {"/admin", "/admin/people", "/profile", "/bookings"}) {
            assertThat(location(browser.get(path))).as(path).isEqualTo("/two-factor");
        }
        var open = browser.open("/tickets/key");
        assertThat(open.heading()).isNotEqualTo(words(ASK));
        assertThat(open.told()).contains(words("ui.nav.signIn"));
        for (var path : new String[] {"admin", "admin/people", "profile/security", "bookings"}) {
            assertThat(open.navigate(path, "").heading()).as(path).isEqualTo(words(ASK));
            assertThat(open.told()).doesNotContain(words("desk.people.appoint"));
        }
    }

    @Test
    void aRememberedSignInProvesThePasswordOnly() {
        var person = people.administrator(phone, clock.instant());
        var browser = new RawBrowser(address(), "en");
        browser.get("/login");
        browser.signInRemembered(person.email().value(), StaffPeople.PASSWORD);
        prove(browser.open("/two-factor"), phone.codeAt(clock.instant()));
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);

        browser.closeAndOpenAgain();

        assertThat(location(browser.get("/admin"))).isEqualTo("/two-factor");
        assertThat(browser.open("/two-factor").heading()).isEqualTo(words(ASK));
    }

    @Test
    void theSessionThatChangesThePasswordKeepsWhatItProved() {
        var person = people.administrator(phone, clock.instant());
        var browser = signedIn(person);
        prove(browser.open("/two-factor"), phone.codeAt(clock.instant()));
        var screen = browser.open("/profile/security");
        screen.fill(words("profile.security.current"), StaffPeople.PASSWORD);
        screen.fill(words("profile.security.new"), "một mật khẩu khác hẳn");
        screen.click(screen.button(words("profile.security.change")));
        assertThat(screen.told()).contains(words("profile.security.changed"));
        assertThat(browser.get("/admin").statusCode()).isEqualTo(200);

        accounts.signOutEverywhere(queries.byEmail(person.email()).orElseThrow().id());
        assertThat(location(browser.get("/admin"))).isEqualTo("/login");
    }

    private RawBrowser signedIn(StaffPeople.Person person) {
        var browser = new RawBrowser(address(), "en");
        browser.get("/login");
        browser.signIn(person.email().value(), StaffPeople.PASSWORD);
        return browser;
    }

    static void prove(RawScreen screen, String code) {
        screen.fill(screen.first("vaadin-text-field"), code);
        screen.click(screen.button(words("two-factor.submit")));
    }

    private static String words(String key) {
        return Messages.text(Language.EN, key);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
