package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.VisitorId;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.ProvedPeople;

/** Signing in by the form, over real HTTP. */
@Tag("P7.1")
class SignInTest extends ApplicationTest {

    private static final String PASSWORD = "chuyến xe đêm về quê";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired private AccountService accounts;
    @Autowired private AccountQueries queries;
    @Autowired private ProvedPeople people;

    @Test
    void whoWasRefusedAPageReturnsToItAfterSigningIn() throws Exception {
        var email = registered();
        get("/profile/security?x=%C4%90");
        var before = sessionCookie(get("/login"));
        var answer = signIn(email, PASSWORD);

        assertThat(location(answer)).isEqualTo("/profile/security?x=%C4%90");
        assertThat(sessionCookie(answer)).isNotEmpty().isNotEqualTo(before);
        assertThat(get("/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionEndsWithTheNextRequestAfterSigningOutEverywhere() throws Exception {
        var email = registered();
        signIn(email, PASSWORD);
        assertThat(get("/profile").statusCode()).isEqualTo(200);

        accounts.signOutEverywhere(queries.byEmail(new EmailAddress(email)).orElseThrow().id());

        assertThat(location(get("/profile"))).isEqualTo("/login");
        assertThat(location(get("/profile"))).isEqualTo("/login");
    }

    @Test
    void anUnprovedMailboxGetsTheSameAnswerAsAWrongPassword() throws Exception {
        var email = newEmail();
        accounts.register(registration(email), VisitorId.random());

        var unproved = signIn(email, PASSWORD);
        var wrong = signIn(email, "sai mật khẩu rồi");

        assertThat(location(unproved)).isEqualTo("/login?error");
        assertThat(location(wrong)).isEqualTo(location(unproved));
        assertThat(wrong.body()).isEqualTo(unproved.body());
        assertThat(location(get("/profile"))).isEqualTo("/login");
    }

    @Test
    void theLanguageOfTheAccountIsSpokenFromThenOn() throws Exception {
        var email = registered();
        assertThat(get("/login").body()).contains("<html lang=\"en\"");

        signIn(email, PASSWORD);

        assertThat(get("/profile").body()).contains("<html lang=\"vi\"");
    }

    @Test
    void unknownMailboxesAndWrongPasswordsGetTheSameAnswer() throws Exception {
        var email = registered();
        get("/login");

        var wrong = signIn(email, "sai mật khẩu rồi");
        var unknown = signIn("x" + email, "sai mật khẩu rồi");

        assertThat(location(wrong)).isEqualTo("/login?error");
        assertThat(location(unknown)).isEqualTo(location(wrong));
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void guessingIsSlowedDownForKnownAndUnknownMailboxesAlike() throws Exception {
        for (var email : new String[] {registered(), newEmail()}) {
            var answers = new ArrayList<String>();
            for (int i = 0; i < 11; i++) {
                answers.add(location(signIn(email, "wrong password " + i)));
            }
            assertThat(answers.subList(0, 10)).containsOnly("/login?error");
            assertThat(answers.getLast()).isEqualTo("/login?too-many");
            assertThat(location(signIn(email, PASSWORD))).isEqualTo("/login?too-many");
        }
    }

    @Test
    void anEmptyFieldIsNoTry() throws Exception {
        assertThat(location(signIn(newEmail(), " "))).isEqualTo("/login?incomplete");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        var answer =
                client.send(
                        form("username=a%40b.vn&password=x")
                                .header("Sec-Fetch-Site", "cross-site")
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void onlyOurOwnPagesAreReturnedTo() {
        assertThat(SignInPage.isOurs("/trips?from=hcm&to=dalat")).isTrue();
        for (var foreign :
                new String[] {
                    "https://evil.example",
                    "//evil.example",
                    "/\\evil.example",
                    "/x\r\nSet-Cookie: a",
                    "/login?return=/x",
                    "javascript:alert(1)"
                }) {
            assertThat(SignInPage.isOurs(foreign)).as(foreign).isFalse();
        }
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        var body = "username=%s&password=%s".formatted(encoded(email), encoded(password));
        return client.send(form(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder form(String body) {
        return HttpRequest.newBuilder(URI.create(address() + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "en")
                        .build(),
                BodyHandlers.ofString());
    }

    private String registered() {
        var email = newEmail();
        people.register(registration(email));
        return email;
    }

    private static Registration registration(String email) {
        return new Registration(
                "Nguyễn Thị Hoa",
                new EmailAddress(email),
                new PhoneNumber("+84901234567"),
                PASSWORD,
                Language.VI);
    }

    private static String newEmail() {
        var name = OpaqueToken.random().replaceAll("[^A-Za-z0-9]", "x");
        return name.toLowerCase(Locale.ROOT) + "@example.vn";
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String sessionCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("busticket-session="))
                .findFirst()
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
