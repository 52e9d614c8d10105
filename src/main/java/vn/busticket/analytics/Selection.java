package vn.busticket.analytics;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which sales a report is about: those that were chosen, of those that somebody may see. */
final class Selection {

    private static final String ROUTE = " and route_id = :route";
    private static final String OPERATOR = " and operator_id = :operator";
    private static final String BUS_TYPE = " and bus_type_id = :busType";
    private static final String COMPANY = " and operator_id = :company";
    private static final String ALL_ROUTES = " and route_id = 0";
    private static final String ALL_COMPANIES = " and operator_id = 0";
    private static final String ALL_BUS_TYPES = " and bus_type_id = 0";

    /** Who searches has chosen no company yet: it is a search for all that drive the route. */
    private static final String STEPS_OF_A_COMPANY =
            """
             and (operator_id = :%1$s
                  or operator_id = 0
                     and route_id in (select p.route_id
                                        from tariff t
                                        join route_path p on p.id = t.path_id
                                       where t.operator_id = :%1$s))
            """;

    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<String, Object> stepParameters = new HashMap<>();
    private final boolean ofOneRoute;
    private final String sales;
    private final String overTime;
    private final String steps;

    /** The scope stands above every filter: whoever chooses another company sees nothing. */
    Selection(ReportFilter filter, ReportScope scope) {
        var route = filter.chosen().get(Dimension.ROUTE);
        var operator = filter.chosen().get(Dimension.OPERATOR);
        var busType = filter.chosen().get(Dimension.BUS_TYPE);
        var company = scope.operator().map(id -> id.value()).orElse(null);
        ofOneRoute = route != null;
        overTime =
                ofOneRoute
                        ? ""
                        : ALL_ROUTES
                                + (operator == null && company == null ? ALL_COMPANIES : "")
                                + (busType == null ? ALL_BUS_TYPES : "");
        sales =
                add(parameters, ROUTE, "route", route)
                        + add(parameters, OPERATOR, "operator", operator)
                        + add(parameters, BUS_TYPE, "busType", busType)
                        + add(parameters, COMPANY, "company", company);
        steps =
                add(stepParameters, ROUTE, "route", route)
                        + add(stepParameters, ofCompany("operator"), "operator", operator)
                        + add(stepParameters, ofCompany("company"), "company", company);
    }

    private static String ofCompany(String parameter) {
        return STEPS_OF_A_COMPANY.formatted(parameter);
    }

    private static String add(
            Map<String, Object> parameters, String condition, String name, @Nullable Long value) {
        if (value == null) {
            return "";
        }
        parameters.put(name, value);
        return condition;
    }

    /** Conditions to stand behind others; {@link #parameters} go with them. */
    String and() {
        return sales;
    }

    /** The same for sums of days, of which there are some for all together. */
    String andOverTime() {
        return sales + overTime;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The same for steps of the funnel, which know no bus type. */
    String andSteps() {
        return steps;
    }

    Map<String, Object> stepParameters() {
        return stepParameters;
    }

    boolean isOfOneRoute() {
        return ofOneRoute;
    }
}
