/** Tests of what passenger screens decide by themselves. */
@NullMarked
package vn.busticket.storefront;

import org.jspecify.annotations.NullMarked;
