package vn.busticket.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.trips.BusId;
import vn.busticket.trips.TripId;

/** Makes coaches for the company of a trip, and fares for other classes of seats. */
public final class TestCoaches {

    private final JdbcClient database;

    public TestCoaches(JdbcClient database) {
        this.database = database;
    }

    /** Labels {@code A01…} of one class. */
    public static Map<String, String> seats(String letter, int count, String seatClass) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s%02d".formatted(letter, number))
                .collect(
                        Collectors.toMap(
                                label -> label, label -> seatClass, (a, b) -> a, TreeMap::new));
    }

    /**
     * A coach of the same kind whose seats stand in rows of four, those with B on an upper deck.
     *
     * @param seats the class of each label
     */
    public BusId with(TripId trip, Map<String, String> seats) {
        var layout =
                database.sql(
                                """
                                insert into seat_layout (bus_type_id, version)
                                select bus_type_id, (select max(version) + 1 from seat_layout l
                                                     where l.bus_type_id = trip.bus_type_id)
                                from trip where id = :trip
                                returning id
                                """)
                        .param("trip", trip.value())
                        .query(Long.class)
                        .single();
        for (var letter : List.of("A", "B")) {
            var ofDeck =
                    seats.keySet().stream().filter(it -> it.startsWith(letter)).sorted().toList();
            for (var number = 0; number < ofDeck.size(); number++) {
                database.sql(
                                """
                                insert into seat_layout_cell (layout_id, deck, row_number, column_number, kind, label,
                                                              seat_class)
                                values (:layout, :deck, :row, :column, 'SEAT', :label, :class)
                                """)
                        .param("layout", layout)
                        .param("deck", letter.equals("A") ? 1 : 2)
                        .param("row", number / 4 + 1)
                        .param("column", number % 4 + 1)
                        .param("label", ofDeck.get(number))
                        .param("class", seats.get(ofDeck.get(number)))
                        .update();
            }
        }
        return database.sql(
                        """
                        insert into bus (operator_id, plate, layout_id)
                        select operator_id, 'TEST-' || :layout, :layout from trip where id = :trip
                        returning id
                        """)
                .param("trip", trip.value())
                .param("layout", layout)
                .query((row, number) -> new BusId(row.getLong("id")))
                .single();
    }

    /** Prices a class of seat on every stretch of the trip. */
    public void price(TripId trip, String seatClass, long wholeVnd) {
        database.sql(
                        """
                        insert into fare (tariff_id, from_sequence, to_sequence, seat_class, price_vnd)
                        select tariff_id, stretch.first, stretch.last, :class, :price
                        from trip, (values (0, 1), (1, 2), (0, 2)) as stretch (first, last)
                        where id = :trip
                        """)
                .param("trip", trip.value())
                .param("class", seatClass)
                .param("price", wholeVnd)
                .update();
    }
}
