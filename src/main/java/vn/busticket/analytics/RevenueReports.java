package vn.busticket.analytics;

import org.springframework.stereotype.Service;

/** The revenue of a period, exact to the đồng. */
@Service
public class RevenueReports {

    /** Everything that the filter asks for and the scope allows. */
    public RevenueReport report(ReportFilter filter, ReportScope scope) {
        throw new UnsupportedOperationException();
    }
}
