/**
 * How work that happens by itself is declared, woken, timed and watched.
 *
 * <p>Ask it through: {@link vn.busticket.scheduling.RecurringJob} (a bean for each job), {@link
 * vn.busticket.scheduling.MonthlyLog} (a bean for each table that is cut by month), {@link
 * vn.busticket.scheduling.JobWaker}, {@link vn.busticket.scheduling.JobQueries} (where jobs stand),
 * {@link vn.busticket.scheduling.SharedReading} (figures that gauges share), and the {@link
 * java.time.Clock} bean that every room shares.
 *
 * <p>It tells and hears nothing. Owns: the tables {@code qrtz_*}, the job {@code KeepLogsJob}.
 *
 * <p>Why so: Quartz on the database runs each job once in the whole cluster, whichever nodes live.
 * The price is a few statements for each run, so that jobs are sweeps over many rows, never one job
 * for each row.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package vn.busticket.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
