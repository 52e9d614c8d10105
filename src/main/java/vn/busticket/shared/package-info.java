/**
 * Small values that every room may use: money, phone numbers, Vietnam's time, stretches of a route,
 * folded text, opaque tokens, refusals.
 *
 * <p>Ask it through: the records themselves. It tells and hears nothing, owns no table and no job.
 *
 * <p>Why so: a value that checks itself in its constructor needs no check anywhere else. The price
 * is that this room stays free of Spring and small.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package vn.busticket.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
