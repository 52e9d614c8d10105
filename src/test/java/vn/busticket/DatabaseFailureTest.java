package vn.busticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** A database that cannot be used is one clear sentence. */
@Tag("P10.3")
class DatabaseFailureTest {

    private final DatabaseFailure analyzer = new DatabaseFailure();

    @ParameterizedTest
    @CsvSource({
        "08001, cannot be reached",
        "28P01, refuses",
        "3D000, no database",
        "42501, may not"
    })
    void eachKindOfFailureHasItsSentence(String state, String words) {
        var failed = new IllegalStateException(new SQLException("refused", state));

        var analysis = analyzer.analyze(failed);

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains(words, "SPRING_DATASOURCE");
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        assertThat(analyzer.analyze(new SQLException("syntax", "42601"))).isNull();
    }

    @Test
    void bootFindsIt() {
        assertThat(
                        SpringFactoriesLoader.forDefaultResourceLocation(
                                        getClass().getClassLoader())
                                .load(
                                        FailureAnalyzer.class,
                                        SpringFactoriesLoader.FailureHandler.logging(
                                                LogFactory.getLog(getClass()))))
                .anyMatch(DatabaseFailure.class::isInstance);
    }
}
