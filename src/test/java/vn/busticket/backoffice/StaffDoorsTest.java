package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.Role;
import vn.busticket.accounts.TotpSecret;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.RawBrowser;
import vn.busticket.testing.StaffPeople;

/** Who may open which staff screen. */
@Tag("P7.2")
class StaffDoorsTest extends ApplicationTest {

    private static final String PASSWORD = "chuyến xe đêm về quê";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired private AccountService accounts;
    @Autowired private Administrators administrators;
    @Autowired private StaffPeople people;
    @Autowired private SecurityContextHolderStrategy contexts;

    @Test
    void moneyIsForAdministratorsOnly() {
        var ofAdministrators = views().stream().filter(view -> !isOfOperators(view)).toList();
        assertThat(ofAdministrators).isNotEmpty();
        for (var view : ofAdministrators) {
            assertThat(mayOpen(view, Role.ADMINISTRATOR)).as(view.getSimpleName()).isTrue();
            assertThat(mayOpen(view, Role.OPERATOR_STAFF)).as(view.getSimpleName()).isFalse();
            assertThat(mayOpen(view, Role.PASSENGER)).as(view.getSimpleName()).isFalse();
            assertThat(mayOpenAsGuest(view)).as(view.getSimpleName()).isFalse();
        }
    }

    @Test
    void tripsAndTheirPassengersAreForStaffOnly() {
        var ofOperators = views().stream().filter(StaffDoorsTest::isOfOperators).toList();
        assertThat(ofOperators).hasSizeGreaterThanOrEqualTo(3);
        for (var view : ofOperators) {
            assertThat(mayOpen(view, Role.ADMINISTRATOR)).as(view.getSimpleName()).isTrue();
            assertThat(mayOpen(view, Role.OPERATOR_STAFF)).as(view.getSimpleName()).isTrue();
            assertThat(mayOpen(view, Role.PASSENGER)).as(view.getSimpleName()).isFalse();
            assertThat(mayOpenAsGuest(view)).as(view.getSimpleName()).isFalse();
        }
    }

    @Test
    void whoIsNotSignedInIsLedToSignIn() throws Exception {
        for (var view : views()) {
            var path =
                    path(view).replace(":code", "ABCD2345").replaceAll(":trip(\\([^/]*\\))?", "1");
            var answer = get("/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(location(answer)).isEqualTo("/login");
        }
    }

    @AfterEach
    void askThisApplicationAgain() {
        SecurityContextHolder.setContextHolderStrategy(contexts);
    }

    @Test
    void whoIsWithdrawnIsShutOutWithTheNextRequest() throws Exception {
        var phone = TotpSecret.random();
        var boss = people.administrator();
        var second = people.administrator(phone, clock.instant());
        var browser = new RawBrowser(address(), "vi");
        browser.get("/login");
        assertThat(location(browser.signIn(second.email().value(), StaffPeople.PASSWORD)))
                .isEqualTo("/admin");
        var screen = browser.open("/two-factor");
        screen.fill(screen.first("vaadin-text-field"), phone.codeAt(clock.instant()));
        screen.click(screen.button("Confirm"));
        assertThat(browser.get("/admin/people").statusCode()).isEqualTo(200);

        anotherApplicationIsStartedInThisProcess();
        administrators.withdraw(boss.id(), second.id(), "nghỉ việc");

        assertThat(location(browser.get("/admin/people"))).isEqualTo("/login");
        assertThat(location(browser.get("/admin/people"))).isEqualTo("/login");
    }

    @Test
    void operatorStaffLandAtTheirDepartures() throws Exception {
        var email = newEmail();
        accounts.appointOperatorStaff(email, PASSWORD, "Trần Văn Mẫu", "X");
        get("/login");
        assertThat(location(signIn(email.value()))).isEqualTo("/operator");
    }

    private static void anotherApplicationIsStartedInThisProcess() {
        SecurityContextHolder.setContextHolderStrategy(
                new VaadinAwareSecurityContextHolderStrategy());
    }

    @Test
    void tripsOfTheOwnCompanyAreForItsStaffAndAdministrators() {
        assertThat(mayOpen(OperatorTripView.class, Role.OPERATOR_STAFF)).isTrue();
        assertThat(mayOpen(OperatorTripView.class, Role.ADMINISTRATOR)).isTrue();
        assertThat(mayOpen(OperatorTripView.class, Role.PASSENGER)).isFalse();
        assertThat(mayOpenAsGuest(OperatorTripView.class)).isFalse();
    }

    private static String path(Class<?> view) {
        return view.getAnnotation(Route.class).value();
    }

    private static List<? extends Class<?>> views() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.busticket.backoffice")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .map(JavaClass::reflect)
                        .toList();
    }

    private static boolean isOfOperators(Class<?> view) {
        return view.getAnnotation(Route.class).value().startsWith("operator");
    }

    private static EmailAddress newEmail() {
        var name = OpaqueToken.random().replaceAll("[^A-Za-z0-9]", "x");
        return new EmailAddress(name.toLowerCase(Locale.ROOT) + "@example.vn");
    }

    private static boolean mayOpen(Class<?> view, Role role) {
        Principal person = role::name;
        return new AccessAnnotationChecker().hasAccess(view, person, role.name()::equals);
    }

    private static boolean mayOpenAsGuest(Class<?> view) {
        return new AccessAnnotationChecker().hasAccess(view, null, role -> false);
    }

    private HttpResponse<String> signIn(String email) throws Exception {
        var body =
                "username=%s&password=%s"
                        .formatted(
                                URLEncoder.encode(email, StandardCharsets.UTF_8),
                                URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(address() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address() + path)).header("Accept", "text/html");
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
