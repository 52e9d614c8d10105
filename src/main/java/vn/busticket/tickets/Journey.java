package vn.busticket.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.VietnamTime;

/**
 * A passenger's way on one trip, as documents and messages tell it.
 *
 * @param from place of departure as people say it
 * @param to place of arrival as people say it
 * @param operatorName the coach company
 * @param operatorHotline the company's telephone, if known
 * @param busType kind of coach in words
 * @param plate number plate once a bus is assigned
 * @param boarding where and when the passenger gets on
 * @param dropOff where and when the passenger gets off
 * @param arriveBy when the passenger should stand at the boarding stop
 */
public record Journey(
        String from,
        String to,
        String operatorName,
        @Nullable String operatorHotline,
        String busType,
        @Nullable String plate,
        JourneyStop boarding,
        JourneyStop dropOff,
        Instant arriveBy) {

    public Journey {
        if (!boarding.at().isBefore(dropOff.at())) {
            throw new IllegalArgumentException(
                    "A journey cannot end at %s before it starts at %s"
                            .formatted(dropOff.at(), boarding.at()));
        }
    }

    /** Time on the road. */
    public Duration duration() {
        return Duration.between(boarding.at(), dropOff.at());
    }

    /** Calendar days in Vietnam between departure and arrival: 1 for a night coach. */
    public long daysLater() {
        return ChronoUnit.DAYS.between(
                VietnamTime.dayOf(boarding.at()), VietnamTime.dayOf(dropOff.at()));
    }

    /** Minutes that the passenger should be early. */
    public long minutesEarly() {
        return Duration.between(arriveBy, boarding.at()).toMinutes();
    }
}
