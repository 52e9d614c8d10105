package vn.busticket.analytics;

import vn.busticket.shared.Language;

/**
 * A route, operator or bus type that a report can be narrowed to.
 *
 * @param id its number in the database, for {@link ReportFilter#chosen()}
 */
public record ReportChoice(long id, String nameVi, String nameEn) {

    /** Its name in a language. */
    public String name(Language language) {
        return switch (language) {
            case VI -> nameVi;
            case EN -> nameEn;
        };
    }
}
