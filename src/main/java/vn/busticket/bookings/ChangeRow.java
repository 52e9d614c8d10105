package vn.busticket.bookings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import vn.busticket.bookings.BookingChange.State;
import vn.busticket.seats.HeldSeat;
import vn.busticket.seats.HoldId;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TripId;

/** Reads changes from their rows. */
final class ChangeRow {

    /** All columns that {@link #read} wants. */
    static final String SELECT =
            """
            select id, booking_id, state, trip_before_id, trip_after_id, from_sequence, to_sequence,
                   contact_name_before, contact_phone_before, contact_email_before,
                   contact_name, contact_phone, contact_email, total_before_vnd, total_after_vnd, fee_vnd, free,
                   hold_id, payment_deadline, held_until, part_paid_at is not null as part_paid, split_off_id,
                   requested_at,
                   (select array_agg(array[p.passenger_id::text, p.name_before, p.name_after, p.seat_before,
                                           p.class_before, p.price_before_vnd::text, p.seat_after, p.class_after,
                                           p.price_after_vnd::text, p.stays::text] order by p.seat_before)
                      from booking_change_passenger p
                     where p.change_id = booking_change.id) as passengers
              from booking_change
            """;

    private ChangeRow() {}

    static BookingChange read(ResultSet row, int number) throws SQLException {
        var hold = row.getObject("hold_id", Long.class);
        return new BookingChange(
                new ChangeId(row.getLong("id")),
                new BookingId(row.getLong("booking_id")),
                State.valueOf(row.getString("state")),
                plan(row),
                Optional.ofNullable(hold).map(HoldId::new),
                SqlTime.optionalInstant(row, "payment_deadline"),
                SqlTime.optionalInstant(row, "held_until"),
                row.getBoolean("part_paid"),
                Optional.ofNullable(row.getObject("split_off_id", Long.class)).map(BookingId::new),
                SqlTime.instant(row, "requested_at"));
    }

    private static ChangePlan plan(ResultSet row) throws SQLException {
        return new ChangePlan(
                new TripId(row.getLong("trip_before_id")),
                new TripId(row.getLong("trip_after_id")),
                new Stretch(row.getInt("from_sequence"), row.getInt("to_sequence")),
                contact(row, "_before"),
                contact(row, ""),
                Arrays.stream((String[][]) row.getArray("passengers").getArray())
                        .map(ChangeRow::passenger)
                        .toList(),
                new Vnd(row.getLong("total_before_vnd")),
                new Vnd(row.getLong("total_after_vnd")),
                new Vnd(row.getLong("fee_vnd")),
                row.getBoolean("free"));
    }

    private static BookingContact contact(ResultSet row, String when) throws SQLException {
        return new BookingContact(
                row.getString("contact_name" + when),
                new PhoneNumber(row.getString("contact_phone" + when)),
                row.getString("contact_email" + when));
    }

    private static PassengerChange passenger(String[] columns) {
        return new PassengerChange(
                Long.parseLong(columns[0]),
                columns[1],
                columns[2],
                new HeldSeat(columns[3], columns[4], new Vnd(Long.parseLong(columns[5]))),
                new HeldSeat(columns[6], columns[7], new Vnd(Long.parseLong(columns[8]))),
                Boolean.parseBoolean(columns[9]));
    }
}
