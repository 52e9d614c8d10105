package vn.busticket.storefront;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.busticket.shared.VietnamTime;

/** The days for which seats are sold. */
@Component
class SaleDays {

    private final Clock clock;
    private final int count;

    SaleDays(Clock clock, @Value("${busticket.catalogue.days-on-sale:30}") int count) {
        this.clock = clock;
        this.count = count;
    }

    /** Today in Vietnam. */
    LocalDate first() {
        return VietnamTime.dayOf(clock.instant());
    }

    /** The last day for which trips are made by now. */
    LocalDate last() {
        return first().plusDays(count - 1L);
    }
}
