/**
 * What all tests stand on: a real PostgreSQL, a clock that can be set, the foreign systems'
 * stand-ins, and the invariants as SQL.
 */
@NullMarked
package vn.busticket.testing;

import org.jspecify.annotations.NullMarked;
