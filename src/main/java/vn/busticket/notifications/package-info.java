/**
 * What people are told by e-mail: writing, sending, repeating.
 *
 * <p>Ask it through: {@link MessageSender}. It tells nothing. It hears nothing. It owns no table
 * and no job.
 *
 * <p>Why so: letters are typed records filled into templates that escape by themselves, so nothing
 * that a person typed can become markup, a header or template code. The price is a record for each
 * kind of letter.
 */
@ApplicationModule(allowedDependencies = {"tickets", "shared"})
@NullMarked
package vn.busticket.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
