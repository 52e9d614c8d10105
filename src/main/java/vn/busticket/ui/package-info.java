/**
 * What every screen is made of: the frame around them, the components that two screens share, the
 * security filter chain, who is looking (visitor and signed-in person), answers to errors, and how
 * long screens take and how often they fail.
 *
 * <p>Ask it through: {@link vn.busticket.ui.Visitors}, {@link vn.busticket.ui.CurrentUser}, and the
 * components. It tells and hears nothing. Owns no table and no job.
 *
 * <p>Why so: screens of passengers and of staff look and behave alike only if they are built from
 * the same parts; the price is that this room must know no feature's rules.
 */
@ApplicationModule(allowedDependencies = {"shared", "trips", "seats", "accounts", "cluster"})
@NullMarked
package vn.busticket.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
