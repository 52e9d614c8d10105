package vn.busticket.backoffice;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the address of a list says: its search, its filter, its page.
 *
 * @param path of the list
 * @param search what was typed, empty for nothing
 * @param filter which rows are wanted, empty for all
 * @param page from 0
 */
record ListAddress(String path, String search, String filter, int page) {

    private static final int LONGEST_SEARCH = 100;

    static ListAddress of(String path, QueryParameters query) {
        var typed = query.getSingleParameter("q").orElse("").strip();
        return new ListAddress(
                path,
                typed.substring(0, Math.min(LONGEST_SEARCH, typed.length())),
                query.getSingleParameter("show").orElse(""),
                query.getSingleParameter("page")
                        .filter(number -> number.matches("[1-9]\\d{0,3}"))
                        .map(number -> Integer.parseInt(number) - 1)
                        .orElse(0));
    }

    ListAddress searching(String typed) {
        return new ListAddress(path, typed.strip(), filter, 0);
    }

    ListAddress showing(String name) {
        return new ListAddress(path, search, name.toLowerCase(Locale.ROOT), 0);
    }

    /** The address of a page of it. */
    String at(int number) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("q", search);
        values.put("show", filter);
        values.put("page", number == 0 ? "" : Integer.toString(number + 1));
        return MoneyAddresses.withQuery(path, values);
    }

    /** The filter as one of the values of an enum, if it is one. */
    <E extends Enum<E>> Optional<E> filter(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(filter))
                .findFirst();
    }
}
