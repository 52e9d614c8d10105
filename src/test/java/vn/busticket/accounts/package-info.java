/** Tests of people, passwords, visitors and links. */
@NullMarked
package vn.busticket.accounts;

import org.jspecify.annotations.NullMarked;
