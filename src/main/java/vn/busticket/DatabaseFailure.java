package vn.busticket;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the database could not be used at start, and what to do. */
final class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failed, SQLException cause) {
        var state = cause.getSQLState();
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "28000", "28P01" ->
                    analysis(
                            cause,
                            "PostgreSQL refuses SPRING_DATASOURCE_USERNAME with"
                                    + " SPRING_DATASOURCE_PASSWORD.",
                            "Check both, and that the role may log in from this machine.");
            case "3D000" ->
                    analysis(
                            cause,
                            "PostgreSQL has no database of the name in SPRING_DATASOURCE_URL.",
                            "Create it: create database busticket owner <role>;");
            case "42501" ->
                    analysis(
                            cause,
                            "The role SPRING_DATASOURCE_USERNAME may not change the database: "
                                    + cause.getMessage(),
                            "Make it the owner of the database; it also creates the extension"
                                    + " btree_gist.");
            default ->
                    state.startsWith("08")
                            ? analysis(
                                    cause,
                                    "PostgreSQL cannot be reached at SPRING_DATASOURCE_URL.",
                                    "Check that it runs, the host and port of the address, and"
                                            + " the network between.")
                            : null;
        };
    }

    private static FailureAnalysis analysis(SQLException cause, String what, String advice) {
        return new FailureAnalysis(what, advice, cause);
    }
}
