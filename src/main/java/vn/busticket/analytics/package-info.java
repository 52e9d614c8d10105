/**
 * Figures that a coach company runs on: what was sold, changed, given back, searched, and how full
 * the coaches are.
 *
 * <p>Ask it through: {@link vn.busticket.analytics.RevenueReports}, {@link
 * vn.busticket.analytics.BookingReports}, {@link vn.busticket.analytics.FunnelSteps} (count a step
 * towards a booking), {@link vn.busticket.analytics.SalesRepair} (prove and mend the sums), {@link
 * vn.busticket.analytics.ReportExports} (files), {@link vn.busticket.analytics.ScheduledReports},
 * {@link vn.busticket.analytics.ReportReaders}, {@link vn.busticket.analytics.ReportSending}
 * (reports that are sent by themselves).
 *
 * <p>It tells: {@link vn.busticket.analytics.ReportDue}, the notice {@code funnel} (every node
 * stores what it has counted). It hears: {@link vn.busticket.bookings.BookingPlaced}, {@link
 * vn.busticket.bookings.PaymentStarted}, {@link vn.busticket.bookings.BookingConfirmed}, {@link
 * vn.busticket.bookings.BookingChanged}, {@link vn.busticket.bookings.BookingCancelled}, {@link
 * vn.busticket.bookings.BookingPartlyCancelled}, {@link vn.busticket.bookings.BookingCalledOff},
 * {@link vn.busticket.bookings.BookingsExpired}, {@link vn.busticket.bookings.BookingsReseated},
 * {@link vn.busticket.bookings.MoneyOutcome} (a part that is used), the notice {@code booking}
 * (reports that were read are old). Owns: the tables {@code booking_fact} and {@code funnel_count}
 * (by month), {@code booking_counted}, {@code booking_device}, {@code sales_tail}, {@code
 * sales_sum}, {@code daily_profile}, {@code figures_state}, {@code report_schedule}, {@code
 * report_recipient}, {@code report_run}, the views {@code report_…}, the functions {@code
 * count_bookings}, {@code sales_levels}, {@code fold_sales}, {@code sums_of_days}, {@code
 * sales_differences}, {@code sales_sum_differences}, {@code mend_sales}, {@code make_month}, two
 * triggers on {@code trip}; the jobs {@code TellDueReportsJob}, {@code FoldSalesJob}, {@code
 * StoreFunnelJob}, {@code KeepFactsJob}, {@code ProveSalesJob}.
 *
 * <p>Why so: a figure is defined once, in SQL, and is right the moment after the payment. Facts are
 * what the bookings of one statement have that facts do not say yet, so that nothing is counted
 * twice and nothing forgotten that is told later. What is appended stands in a tail as well, and
 * leaves it in the transaction that adds it to the sums: sums and tail together are right in
 * whatever order transactions commit, and also after a restore, which a watermark of transaction
 * numbers would not survive. The price is a second small row for each fact. Sums are kept of single
 * days, of ten and of a hundred, so that any range is put together of a few dozen; and of the days
 * of all routes, so that a series is a row a day. The price is that a fact counts in seven sums,
 * and a proof that they agree. Trips are made and changed by sets and tell nobody, so triggers
 * count the seats that they offer, and let those that are sold follow. Funnel steps are counted in
 * memory: a node that dies loses some seconds of them. Files are written as they are read, a row at
 * a time, so that a million rows take no more memory than a thousand; the price is a connection for
 * as long as the reader takes, hence only a few at once. A report that is sent shows what its owner
 * may see when it is written.
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
