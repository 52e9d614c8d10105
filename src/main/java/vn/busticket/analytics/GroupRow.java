package vn.busticket.analytics;

import java.util.Optional;

/**
 * The sales of one route, operator or bus type.
 *
 * @param id its number in the database, for {@link ReportFilter#chosen()}
 */
public record GroupRow(
        long id, String nameVi, String nameEn, Figures figures, Optional<Figures> compared) {}
