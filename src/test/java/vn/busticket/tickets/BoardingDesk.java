package vn.busticket.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountService;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.PassengerState;
import vn.busticket.shared.EmailAddress;
import vn.busticket.trips.TripId;

/** What tests ask at the door: phones, people of a company, where passengers stand. */
final class BoardingDesk {

    private final JdbcClient database;
    private final AccountService accounts;
    private final Boarding boarding;

    BoardingDesk(JdbcClient database, AccountService accounts, Boarding boarding) {
        this.database = database;
        this.accounts = accounts;
        this.boarding = boarding;
    }

    /** Somebody of the company that runs a trip. */
    AccountId crewOf(TripId trip) {
        var operator =
                database.sql(
                                "select o.code from operator o join trip t on t.operator_id = o.id where t.id = :trip")
                        .param("trip", trip.value())
                        .query(String.class)
                        .single();
        var email = UUID.randomUUID().toString().toLowerCase(Locale.ROOT) + "@example.vn";
        return accounts.appointOperatorStaff(
                new EmailAddress(email), "chuyến xe đêm về quê", "Phụ xe", operator);
    }

    Phone phone(AccountId staff, TripId trip) {
        return new Phone(staff, trip, UUID.randomUUID());
    }

    /** The code on the valid ticket of a seat. */
    String code(BookingId booking, String seat) {
        return database.sql(
                        """
                        select t.qr_text
                          from ticket t
                          join booking_passenger p on p.id = t.passenger_id
                         where p.booking_id = :booking and p.seat_label = :seat and t.voided_at is null
                        """)
                .param("booking", booking.value())
                .param("seat", seat)
                .query(String.class)
                .single();
    }

    long passenger(BookingId booking, String seat) {
        return database.sql(
                        "select id from booking_passenger where booking_id = :booking and seat_label = :seat")
                .param("booking", booking.value())
                .param("seat", seat)
                .query(Long.class)
                .single();
    }

    PassengerState stateOf(long passenger) {
        return PassengerState.valueOf(
                database.sql("select state from booking_passenger where id = :id")
                        .param("id", passenger)
                        .query(String.class)
                        .single());
    }

    /** How the history tells of a passenger, oldest first: {@code BOOKED > BOARDED}. */
    List<String> historyOf(long passenger) {
        return database.sql(
                        """
                        select (detail ->> 'before') || ' > ' || (detail ->> 'after')
                          from booking_history
                         where detail ->> 'passenger' = :passenger
                         order by id
                        """)
                .param("passenger", Long.toString(passenger))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** A phone of the crew. */
    final class Phone {

        private final AccountId staff;
        private final TripId trip;
        private final UUID device;

        private Phone(AccountId staff, TripId trip, UUID device) {
            this.staff = staff;
            this.trip = trip;
            this.device = device;
        }

        /** Does one thing and tells it at once. */
        BoardingOutcome tell(BoardingEntry.Kind kind, Object what, Instant now) {
            return tell(now, entry(kind, what, now)).getFirst().outcome();
        }

        /** Tells what was done earlier. */
        List<BoardingAnswer> tell(Instant sentAt, BoardingEntry... entries) {
            return boarding.report(
                    staff, trip, new BoardingReport(device, sentAt, List.of(entries)));
        }

        static BoardingEntry entry(BoardingEntry.Kind kind, Object what, Instant at) {
            var told =
                    switch (kind) {
                        case SCAN, CODE, BOARD -> BoardingOutcome.BOARDED;
                        case UNDO -> BoardingOutcome.UNDONE;
                        case MISS -> BoardingOutcome.MISSED;
                    };
            return new BoardingEntry(UUID.randomUUID(), kind, what.toString(), at, told);
        }
    }
}
