package vn.busticket.analytics;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What reports can be narrowed to, within what somebody may see. */
@Service
public class ReportChoices {

    private static final String ROUTES =
            """
            select id, name_vi, name_en
              from route
             where :all or exists (select 1
                                     from route_path path
                                     join tariff on tariff.path_id = path.id
                                    where path.route_id = route.id and tariff.operator_id = :operator)
             order by name_vi, id
            """;

    private static final String OPERATORS =
            """
            select id, name as name_vi, name as name_en
              from operator
             where :all or id = :operator
             order by name, id
            """;

    private static final String BUS_TYPES =
            """
            select id, name_vi, name_en
              from bus_type
             where :all or exists (select 1
                                     from tariff
                                    where tariff.bus_type_id = bus_type.id
                                      and tariff.operator_id = :operator)
             order by name_vi, id
            """;

    private final JdbcClient database;

    ReportChoices(JdbcClient database) {
        this.database = database;
    }

    /** Those of one kind, by name. */
    public List<ReportChoice> of(Dimension dimension, ReportScope scope) {
        var query =
                switch (dimension) {
                    case ROUTE -> ROUTES;
                    case OPERATOR -> OPERATORS;
                    case BUS_TYPE -> BUS_TYPES;
                };
        return database.sql(query)
                .param("all", scope.operator().isEmpty())
                .param("operator", scope.operator().map(id -> id.value()).orElse(0L))
                .query((row, number) ->
                        new ReportChoice(
                                row.getLong("id"),
                                row.getString("name_vi"),
                                row.getString("name_en")))
                .list();
    }
}
