package vn.busticket.analytics;

import org.springframework.stereotype.Service;

/** How bookings come about and end. */
@Service
public class BookingReports {

    /** Everything that the filter asks for and the scope allows. */
    public BookingReport report(ReportFilter filter, ReportScope scope) {
        throw new UnsupportedOperationException();
    }
}
