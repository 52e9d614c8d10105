/** Tests of how work is declared, woken and timed. */
@NullMarked
package vn.busticket.scheduling;

import org.jspecify.annotations.NullMarked;
