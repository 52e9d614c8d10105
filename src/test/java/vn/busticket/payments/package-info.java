/** Proves the promises about money, against a real PostgreSQL and PayOS' sandbox over HTTP. */
@NullMarked
package vn.busticket.payments;

import org.jspecify.annotations.NullMarked;
