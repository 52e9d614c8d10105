package vn.busticket.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.testing.ApplicationTest;

/**
 * What a figure means is written once, at the columns of the views that it is read from; the words
 * on the screen say the same.
 */
@Tag("P9.3")
class FigureMeaningsTest extends ApplicationTest {

    private static final String KEY = "analytics.figure.";
    private static final String MEANS = ".means";

    /** Of which columns a figure is made; those that are made of other figures have none. */
    private static final Map<String, List<String>> COLUMNS =
            Map.of(
                    "REVENUE", List.of("received_vnd", "refunded_vnd"),
                    "BOOKINGS", List.of("bookings"),
                    "TICKETS", List.of("tickets"),
                    "CANCELLED", List.of("cancelled_bookings"),
                    "CANCELLED_TICKETS", List.of("cancelled_tickets"),
                    "CANCELLED_AMOUNT", List.of("cancelled_vnd"),
                    "EXPIRED", List.of("expired_bookings"),
                    "LOAD", List.of("seats_sold", "seats_offered"),
                    "AVERAGE", List.of(),
                    "CANCELLED_RATE", List.of());

    @Test
    void theScreenSaysWhatTheViewsSay() {
        var words = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ENGLISH);
        assertThat(words.keySet())
                .filteredOn(key -> key.startsWith(KEY) && key.endsWith(MEANS))
                .containsExactlyInAnyOrderElementsOf(
                        COLUMNS.keySet().stream().map(figure -> KEY + figure + MEANS).toList());
        COLUMNS.forEach((figure, columns) ->
                columns.forEach(column ->
                        assertThat(words.getString(KEY + figure + MEANS))
                                .as("%s as the view defines %s", figure, column)
                                .containsIgnoringCase(definition(column))));
    }

    @Test
    void allViewsSayTheSame() {
        assertThat(
                        database.sql(
                                        """
                                        select a.attname
                                          from pg_attribute a
                                         where a.attrelid in (select oid from pg_class where relname like 'report\\_%' and relkind = 'v')
                                           and col_description(a.attrelid, a.attnum) is not null
                                         group by a.attname
                                        having count(*) <> 4 or count(distinct col_description(a.attrelid, a.attnum)) > 1
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }

    /** Its first sentence; what follows tells more. */
    private String definition(String column) {
        return database.sql(
                        """
                        select split_part(col_description(attrelid, attnum), '. ', 1)
                          from pg_attribute
                         where attrelid = cast('report_sales' as regclass) and attname = :column
                        """)
                .param("column", column)
                .query(String.class)
                .single();
    }
}
