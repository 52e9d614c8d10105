/**
 * Everything on one machine for trying out and developing: embedded PostgreSQL, PayOS sandbox, mail
 * catcher, demo data. None of it is in the production jar.
 */
@NullMarked
package vn.busticket.demo;

import org.jspecify.annotations.NullMarked;
