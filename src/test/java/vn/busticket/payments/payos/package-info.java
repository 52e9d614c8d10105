/** Proves what is peculiar to PayOS: signature, settings, forms of numbers and times. */
@NullMarked
package vn.busticket.payments.payos;

import org.jspecify.annotations.NullMarked;
