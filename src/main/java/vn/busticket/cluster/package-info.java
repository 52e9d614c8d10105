/**
 * What the nodes of one installation share besides the tables: notices that something changed, and
 * limits.
 *
 * <p>Ask it through: {@link vn.busticket.cluster.ClusterNotices}, {@link
 * vn.busticket.cluster.SharedLimits}.
 *
 * <p>It tells: notices of other rooms, to whoever subscribed. It hears nothing. Owns: the table
 * {@code rate_limit}, the channel {@code busticket}, the job {@code ForgetOldLimitsJob}.
 *
 * <p>Why so: PostgreSQL is the only store, and its LISTEN/NOTIFY is fast enough (1–2 ms) for open
 * screens. The price: a notice may be lost with a connection, so subscribers re-read everything
 * after a gap and screens also look again by themselves, slowly.
 */
@ApplicationModule(allowedDependencies = {"shared", "scheduling"})
@NullMarked
package vn.busticket.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
