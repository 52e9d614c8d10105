/**
 * Whole journeys: the packaged application as a process of its own, a real browser, real PayOS
 * calls, real SMTP.
 */
@NullMarked
package vn.busticket.stories;

import org.jspecify.annotations.NullMarked;
