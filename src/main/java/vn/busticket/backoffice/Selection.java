package vn.busticket.backoffice;

import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;

/**
 * What is open beside a list, as the address says it.
 *
 * @param id of the row; empty if none is open
 */
record Selection(Optional<Long> id) {

    static final Selection NONE = new Selection(Optional.empty());

    private static final String NAME = "id";

    static Selection of(QueryParameters query) {
        return new Selection(
                query.getSingleParameter(NAME)
                        .filter(number -> number.matches("\\d{1,18}"))
                        .map(Long::valueOf));
    }

    /** The address of a list with one of its rows open. */
    static String address(ListAddress list, long id) {
        var page = list.at(list.page());
        return page + (page.contains("?") ? "&" : "?") + NAME + "=" + id;
    }

    boolean is(long row) {
        return id.filter(open -> open == row).isPresent();
    }
}
