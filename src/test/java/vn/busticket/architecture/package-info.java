/** The rules of the house, checked. */
@NullMarked
package vn.busticket.architecture;

import org.jspecify.annotations.NullMarked;
