package vn.busticket.analytics;

import org.springframework.stereotype.Service;

/** How bookings come about and end. */
@Service
public class BookingReports {

    private final BookingReading reading;
    private final ReportCache cache;

    BookingReports(BookingReading reading, ReportCache cache) {
        this.reading = reading;
        this.cache = cache;
    }

    /**
     * Everything that the filter asks for and the scope allows. What was read a moment ago is given
     * again unless money has come since; {@code asOf} says how old it is.
     */
    public BookingReport report(ReportFilter filter, ReportScope scope) {
        return cache.get(BookingReport.class, filter, scope, reading::read);
    }

    /** The same, read anew. */
    public BookingReport refresh(ReportFilter filter, ReportScope scope) {
        cache.forget(BookingReport.class, filter, scope);
        return report(filter, scope);
    }
}
