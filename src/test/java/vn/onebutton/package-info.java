/** The floor for the start and the weight of a page: an application with one button. */
@NullMarked
package vn.onebutton;

import org.jspecify.annotations.NullMarked;
