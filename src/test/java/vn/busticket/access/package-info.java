/**
 * Who may open, read and do what: every address and every action, tried as every kind of person.
 */
@NullMarked
package vn.busticket.access;

import org.jspecify.annotations.NullMarked;
