package vn.busticket.trips;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;

/**
 * Changes the row of a trip that is on sale already and writes down what was done; what follows for
 * its bookings is up to who asks. Tells the notice {@code catalogue}. Whoever changes a trip locks
 * its row first of all, so that two of the staff come one after the other.
 */
@Component
public class TripChanges {

    /** Another kind of coach has other fares, where the company has fares for it on that day. */
    private static final String TARIFF_BY_BUS =
            """
            coalesce(case when trip.bus_type_id = new_layout.bus_type_id then trip.tariff_id end,
                     (select tariff.id from tariff
                      where tariff.operator_id = trip.operator_id and tariff.path_id = trip.path_id
                        and tariff.bus_type_id = new_layout.bus_type_id and tariff.superseded_at is null
                        and trip.service_day between tariff.valid_from and tariff.valid_to
                      order by tariff.valid_from desc limit 1),
                     trip.tariff_id)\
            """;

    private final JdbcClient database;
    private final Trips trips;
    private final ClusterNotices notices;
    private final Clock clock;

    TripChanges(JdbcClient database, Trips trips, ClusterNotices notices, Clock clock) {
        this.database = database;
        this.trips = trips;
        this.notices = notices;
        this.clock = clock;
    }

    /** The trip as it stands, kept from other changes until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Trip> lock(TripId id) {
        database.sql("select id from trip where id = :id for no key update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return trips.findAnew(id);
    }

    /** It does not run any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void callOff(TripId id) {
        database.sql("update trip set state = 'CANCELLED' where id = :id")
                .param("id", id.value())
                .update();
        notices.publish(Catalogue.TOPIC, ClusterNotices.ALL);
    }

    /**
     * It leaves its first stop then, and all others as much later or earlier.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the company has a single trip of
     *     that kind then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTo(TripId id, Instant departsAt) {
        database.sql("update trip set departs_at = :departsAt where id = :id")
                .param("id", id.value())
                .param("departsAt", SqlTime.of(departsAt))
                .update();
        notices.publish(Catalogue.TOPIC, ClusterNotices.ALL);
    }

    /**
     * That coach drives it, with its seats and, for another kind of coach, its fares; whatever
     * plate its crew had noted is that of another one.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the company has a single trip of
     *     that kind then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void driveBy(TripId id, Bus bus) {
        database.sql(
                        """
                        update trip
                        set bus_id = :bus, layout_id = new_layout.id, bus_type_id = new_layout.bus_type_id,
                            tariff_id = %s, plate = null
                        from seat_layout as new_layout
                        where trip.id = :id and new_layout.id = :layout
                        """
                                .formatted(TARIFF_BY_BUS))
                .param("id", id.value())
                .param("bus", bus.id().value())
                .param("layout", bus.layout().id())
                .update();
        notices.publish(Catalogue.TOPIC, ClusterNotices.ALL);
    }

    /** The fares that the trip would have if that coach drove it. */
    public Map<FareKey, Vnd> faresBy(TripId id, Bus bus) {
        var fares = new HashMap<FareKey, Vnd>();
        database.sql(
                        """
                        select from_sequence, to_sequence, seat_class, price_vnd
                        from fare
                        where tariff_id = (select %s from trip, seat_layout as new_layout
                                           where trip.id = :id and new_layout.id = :layout)
                        """
                                .formatted(TARIFF_BY_BUS))
                .param("id", id.value())
                .param("layout", bus.layout().id())
                .query(row -> {
                    var stretch =
                            new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence"));
                    fares.put(
                            new FareKey(stretch, row.getString("seat_class")),
                            new Vnd(row.getLong("price_vnd")));
                });
        return Map.copyOf(fares);
    }

    /**
     * Writes down what is done, by whom and why; to be asked before the row is changed.
     *
     * @param departsAfter when it leaves its first stop afterwards
     * @param busAfter the coach afterwards; empty for the same as before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DisruptionId record(
            Trip trip, Deed deed, Instant departsAfter, Optional<BusId> busAfter) {
        var concerned = deed.concerned();
        return database.sql(
                        """
                        insert into trip_disruption (trip_id, kind, account_id, reason, at, departs_before,
                                                     departs_after, bus_before, bus_after, bookings, passengers,
                                                     amount_vnd)
                        select id, :kind, :account, :reason, :now, departs_at, :departsAfter, bus_id,
                               coalesce(cast(:bus as bigint), bus_id), :bookings, :passengers, :amount
                        from trip
                        where id = :trip
                        returning id
                        """)
                .param("trip", trip.id().value())
                .param("kind", deed.kind().name())
                .param("account", deed.account())
                .param("reason", deed.reason())
                .param("now", SqlTime.of(clock.instant()))
                .param("departsAfter", SqlTime.of(departsAfter))
                .param("bus", busAfter.map(BusId::value).orElse(null))
                .param("bookings", concerned.bookings())
                .param("passengers", concerned.passengers())
                .param("amount", concerned.paid().dong())
                .query((row, number) -> new DisruptionId(row.getLong("id")))
                .single();
    }

    /** The passengers of a trip that is called off go by that one, where it has seats. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void transfer(TripId id, TripId other) {
        database.sql("insert into trip_transfer (trip_id, other_trip_id) values (:id, :other)")
                .param("id", id.value())
                .param("other", other.value())
                .update();
    }

    /** How a trip was called off; empty if it was not. */
    public Optional<TripDisruption> calledOff(TripId trip) {
        return of(trip).stream().filter(one -> one.kind() == DisruptionKind.CALLED_OFF).findFirst();
    }

    /** What was done to a trip, the last first. */
    public List<TripDisruption> of(TripId trip) {
        return database.sql(
                        """
                        select d.id, d.kind, d.account_id, d.reason, d.at, d.departs_before, d.departs_after,
                               before.plate as plate_before, after.plate as plate_after, transfer.other_trip_id,
                               d.bookings, d.passengers, d.amount_vnd
                        from trip_disruption d
                        left join bus before on before.id = d.bus_before
                        left join bus after on after.id = d.bus_after
                        left join trip_transfer transfer on transfer.trip_id = d.trip_id
                                                        and d.kind = 'CALLED_OFF'
                        where d.trip_id = :trip
                        order by d.id desc
                        """)
                .param("trip", trip.value())
                .query((row, number) ->
                        new TripDisruption(
                                new DisruptionId(row.getLong("id")),
                                DisruptionKind.valueOf(row.getString("kind")),
                                row.getLong("account_id"),
                                row.getString("reason"),
                                SqlTime.instant(row, "at"),
                                SqlTime.instant(row, "departs_before"),
                                SqlTime.instant(row, "departs_after"),
                                Optional.ofNullable(row.getString("plate_before")),
                                Optional.ofNullable(row.getString("plate_after")),
                                Optional.ofNullable(row.getObject("other_trip_id", Long.class))
                                        .map(TripId::new),
                                row.getInt("bookings"),
                                row.getInt("passengers"),
                                new Vnd(row.getLong("amount_vnd"))))
                .list();
    }

    /**
     * What somebody does to a trip.
     *
     * @param account number of who does it
     * @param reason why, never blank
     */
    public record Deed(DisruptionKind kind, long account, String reason, Concerned concerned) {}
}
