package vn.busticket.bookings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long it is kept whose bookings these were.
 *
 * @param bookingYears after the arrival
 */
@ConfigurationProperties("busticket.privacy")
record RetentionProperties(@DefaultValue("5") int bookingYears) {

    private static final int MOST_YEARS = 30;

    RetentionProperties {
        if (bookingYears < 1 || bookingYears > MOST_YEARS) {
            throw new IllegalArgumentException(
                    "busticket.privacy.booking-years must be from 1 to %d: %d"
                            .formatted(MOST_YEARS, bookingYears));
        }
    }
}
