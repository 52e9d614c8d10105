/**
 * Figures that a coach company runs on: what was sold, changed, given back, searched, and how full
 * the coaches are.
 *
 * <p>Ask it through: {@link vn.busticket.analytics.RevenueReports}, {@link
 * vn.busticket.analytics.BookingReports}, {@link vn.busticket.analytics.ReportExports} (files),
 * {@link vn.busticket.analytics.ScheduledReports}, {@link vn.busticket.analytics.ReportReaders},
 * {@link vn.busticket.analytics.ReportSending} (reports that are sent by themselves). It tells:
 * {@link vn.busticket.analytics.ReportDue}. Owns besides: the tables {@code report_schedule},
 * {@code report_recipient}, {@code report_run}; the job {@code TellDueReportsJob}.
 *
 * <p>Files are written as they are read, a row at a time, so that a million rows take no more
 * memory than a thousand; the price is a connection for as long as the reader takes, hence only a
 * few at once. A report that is sent shows what its owner may see when it is written.
 *
 * <p>Why so: a figure is defined once, in SQL, and is right the moment after the payment.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "bookings",
            "payments",
            "trips",
            "seats",
            "accounts",
            "scheduling",
            "cluster",
            "documents"
        })
@NullMarked
package vn.busticket.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
