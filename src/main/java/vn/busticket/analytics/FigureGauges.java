package vn.busticket.analytics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Shows whether the sums were those of the facts. */
@Component
class FigureGauges {

    private static final Logger log = LoggerFactory.getLogger(FigureGauges.class);

    private final SalesRepair repair;

    FigureGauges(SalesRepair repair, MeterRegistry meters) {
        this.repair = repair;
        Gauge.builder("busticket.figures.differences", this::differences)
                .description("Sums that differed from the facts when that was last looked at")
                .register(meters);
    }

    private double differences() {
        try {
            return repair.lastFound();
        } catch (DataAccessException unreachable) {
            log.warn("figures not read reason={}", unreachable.getClass().getSimpleName());
            return Double.NaN;
        }
    }
}
