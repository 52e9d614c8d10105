package vn.busticket.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.access.Rule.Answer;
import vn.busticket.access.Rule.Person;
import vn.busticket.testing.RawScreen;

/** Every address, asked for by every kind of person. */
@Tag("P7.2")
class AccessMatrixTest extends AccessTest {

    private static final String REFUSED = "This page is for others";
    private static final List<String> SECOND_FACTOR =
            List.of("Two-factor sign-in", "Set up two-factor sign-in");

    @BeforeEach
    void comeTogether() {
        gather();
    }

    @Test
    void everyScreenSaysForWhomItIsAndStandsInTheMatrix() {
        var said = new TreeMap<String, Rule>();
        for (var view : views()) {
            var rule = Rule.of(view);
            assertThat(rule).as("the one rule of %s", view.getSimpleName()).isPresent();
            addresses(view).forEach(address -> said.put(address, rule.orElseThrow()));
        }
        assertThat(said).containsExactlyInAnyOrderEntriesOf(Matrix.RULES);
    }

    @Test
    void everyAddressAnswersEveryPersonAsTheMatrixSays() {
        Matrix.RULES.forEach((address, rule) -> {
            for (var person : Person.values()) {
                assertThat(ask(person, "/" + filledIn(address), rule))
                        .as("/%s as %s", address, person)
                        .isEqualTo(rule.to(person));
            }
        });
    }

    /** Within an open page no filter of the server stands in the way. */
    @Test
    void movingWithinAnOpenPageIsNoWayAround() {
        for (var person : Person.values()) {
            var open = crowd.as(person).open("/tickets/key");
            for (var address : List.of("admin", "admin/people", "admin/payments/refunds")) {
                open.navigate(address, "");
                if (person == Person.STRANGER) {
                    assertThat(open.told()).contains("login");
                    assertThat(open.told()).doesNotContain("desk-side");
                } else {
                    assertThat(answer(open))
                            .as("/%s as %s", address, person)
                            .isEqualTo(Rule.ADMINISTRATORS.to(person));
                }
            }
        }
    }

    private Answer ask(Person person, String path, Rule rule) {
        var answer = crowd.as(person).get(path);
        if (answer.statusCode() == 302) {
            var location = answer.headers().firstValue("Location").orElse("");
            return switch (location) {
                case "/login" -> Answer.SIGN_IN;
                case "/two-factor" -> Answer.SECOND_FACTOR;
                default -> throw new AssertionError(path + " leads to " + location);
            };
        }
        assertThat(answer.statusCode()).as("%s as %s", path, person).isIn(200, 404);
        return rule == Rule.EVERYBODY && person != Person.STRANGER
                ? Answer.SHOWN
                : answer(crowd.as(person).open(path));
    }

    private static Answer answer(RawScreen screen) {
        var heading = screen.heading();
        assertThat(heading).as(screen.told()).isNotEmpty();
        if (SECOND_FACTOR.contains(heading)) {
            return Answer.SECOND_FACTOR;
        }
        return heading.equals(REFUSED) ? Answer.REFUSED : Answer.SHOWN;
    }

    private String filledIn(String address) {
        return address.replace(":code", booking.code())
                .replaceAll(":trip(Id)?(\\([^/]*\\))?", Long.toString(booking.trip().id().value()))
                .replaceAll(":(token|hold)\\??", "x".repeat(24))
                .replace("/:section?", "/security");
    }

    private static List<? extends Class<?>> views() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.busticket")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .map(JavaClass::reflect)
                        .toList();
    }

    private static Stream<String> addresses(Class<?> view) {
        return Stream.concat(
                Stream.of(view.getAnnotation(Route.class).value()),
                Stream.of(view.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value));
    }
}
