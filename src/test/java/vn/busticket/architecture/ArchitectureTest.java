package vn.busticket.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestController;
import vn.busticket.Application;

/** Walls, arrows and manners of the house. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("vn.busticket");

    @Test
    void roomsKnowOnlyTheRoomsBelowThem() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void vaadinLivesInTheScreensOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "vn.busticket.ui..",
                        "vn.busticket.storefront..",
                        "vn.busticket.backoffice..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin.."))
                .check(CLASSES);
    }

    @Test
    void sharedValuesKnowNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("vn.busticket.shared")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.springframework..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAPackage("org.springframework.modulith"))))
                .check(CLASSES);
    }

    @Test
    void quartzAloneRunsWhatHappensByItself() {
        methods().should().notBeAnnotatedWith(Scheduled.class).check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Timer")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ScheduledExecutorService")
                .check(CLASSES);
    }

    @Test
    void jobsAreNamedSo() {
        classes()
                .that()
                .implement(Job.class)
                .should()
                .haveSimpleNameEndingWith("Job")
                .check(CLASSES);
    }

    @Test
    void theTimeComesFromTheClock() {
        for (var type :
                List.of(
                        Instant.class,
                        LocalDate.class,
                        LocalDateTime.class,
                        OffsetDateTime.class,
                        ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(CLASSES);
        }
    }

    /** The static holder is the one of whichever application of the process was started last. */
    @Test
    void whoIsSignedInIsAskedOfThisApplication() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SecurityContextHolder.class)
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @Test
    void theWebhookIsTheOnlyRestController() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("vn.busticket.payments.payos")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto)")
                .check(CLASSES);
    }

    @Test
    void nobodyHasMoreThanSixCollaborators() {
        constructors()
                .that()
                .areDeclaredInClassesThat(areCollaborators())
                .should(haveAtMostSixParameters())
                .check(CLASSES);
    }

    @Test
    void aggregatesHaveNoSetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var silent =
                    files.filter(Files::isDirectory)
                            .filter(ArchitectureTest::holdsCode)
                            .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
                            .toList();
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void classesStayShortEnoughToRead() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var tooLong =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> lines(file) > 300)
                            .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static DescribedPredicate<JavaClass> areCollaborators() {
        return DescribedPredicate.describe(
                "are no values",
                type -> !type.isRecord() && !type.isEnum() && !type.isAnnotatedWith(Entity.class));
    }

    private static ArchCondition<JavaConstructor> haveAtMostSixParameters() {
        return new ArchCondition<>("have at most six parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                var count = constructor.getRawParameterTypes().size();
                if (count > 6) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    constructor, constructor.getFullName() + " has " + count));
                }
            }
        };
    }

    private static boolean holdsCode(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
