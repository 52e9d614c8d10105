/** What staff screens show, and to whom. */
@NullMarked
package vn.busticket.backoffice;

import org.jspecify.annotations.NullMarked;
