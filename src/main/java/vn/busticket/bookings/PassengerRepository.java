package vn.busticket.bookings;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The passengers of bookings; to change one, lock the booking first. */
interface PassengerRepository extends Repository<Passenger, Long> {

    Optional<Passenger> findById(long id);

    /** The id of the booking that a passenger belongs to. */
    @Query("select p.booking.id from Passenger p where p.id = :passenger")
    Optional<Long> bookingOf(long passenger);
}
