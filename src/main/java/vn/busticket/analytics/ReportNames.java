package vn.busticket.analytics;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.busticket.shared.Language;

/** The names of routes, companies and bus types, which figures know by their numbers. */
@Repository
class ReportNames {

    private final JdbcClient database;

    ReportNames(JdbcClient database) {
        this.database = database;
    }

    /** All names as they are now. */
    Names all(Language language) {
        return new Names(
                names("select id, name_vi, name_en from route", language),
                names("select id, name as name_vi, name as name_en from operator", language),
                names("select id, name_vi, name_en from bus_type", language));
    }

    private Map<Long, String> names(String statement, Language language) {
        var column =
                switch (language) {
                    case VI -> "name_vi";
                    case EN -> "name_en";
                };
        var names = new HashMap<Long, String>();
        database.sql(statement)
                .query(
                        (RowCallbackHandler)
                                row -> names.put(row.getLong("id"), row.getString(column)));
        return names;
    }

    /** Names by number; a number that is not known any more names itself. */
    record Names(
            Map<Long, String> routes, Map<Long, String> operators, Map<Long, String> busTypes) {

        String route(long id) {
            return routes.getOrDefault(id, Long.toString(id));
        }

        String operator(long id) {
            return operators.getOrDefault(id, Long.toString(id));
        }

        String busType(long id) {
            return busTypes.getOrDefault(id, Long.toString(id));
        }

        /** The name of what a filter has chosen. */
        String of(Dimension dimension, long id) {
            return switch (dimension) {
                case ROUTE -> route(id);
                case OPERATOR -> operator(id);
                case BUS_TYPE -> busType(id);
            };
        }
    }
}
