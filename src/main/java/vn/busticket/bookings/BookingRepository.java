package vn.busticket.bookings;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The bookings as aggregates. */
interface BookingRepository extends Repository<Booking, Long> {

    Booking saveAndFlush(Booking booking);

    void flush();

    boolean existsByCode(String code);

    /** A code that no booking has. */
    default String unusedCode() {
        var code = BookingCodes.random();
        while (existsByCode(code)) {
            code = BookingCodes.random();
        }
        return code;
    }

    Optional<Booking> findById(long id);

    Optional<Booking> findByHoldId(long holdId);

    /** Reads a booking and keeps others from changing it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> lock(long id);
}
