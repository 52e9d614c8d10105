package vn.busticket.analytics;

import org.springframework.stereotype.Service;

/** The revenue of a period, exact to the đồng. */
@Service
public class RevenueReports {

    private final SalesReading reading;
    private final ReportCache cache;

    RevenueReports(SalesReading reading, ReportCache cache) {
        this.reading = reading;
        this.cache = cache;
    }

    /**
     * Everything that the filter asks for and the scope allows. What was read a moment ago is given
     * again unless money has come since; {@code asOf} says how old it is.
     */
    public RevenueReport report(ReportFilter filter, ReportScope scope) {
        return cache.get(RevenueReport.class, filter, scope, reading::read);
    }

    /** The same, read anew. */
    public RevenueReport refresh(ReportFilter filter, ReportScope scope) {
        cache.forget(RevenueReport.class, filter, scope);
        return report(filter, scope);
    }
}
