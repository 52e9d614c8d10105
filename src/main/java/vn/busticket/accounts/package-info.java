/**
 * People: who has an account and which role, how they prove it, who a visitor without an account
 * is, signed links, and the audit log of what staff did.
 *
 * <p>Ask it through: {@link vn.busticket.accounts.AccountService}, {@link
 * vn.busticket.accounts.Administrators}, {@link vn.busticket.accounts.AccountQueries}, {@link
 * vn.busticket.accounts.SignIn}, {@link vn.busticket.accounts.SignedLinks}, {@link
 * vn.busticket.accounts.VisitorCookies}, {@link vn.busticket.accounts.AuditLog}. It tells: {@link
 * vn.busticket.accounts.AccountRegistered}. It hears nothing. Owns the tables account and
 * audit_log; no job.
 *
 * <p>Administrators appoint each other among registered passengers; there is always one. A session
 * remembers the role with which it began, and every request of staff compares it with the account:
 * the price is one look-up by key for each of them.
 *
 * <p>Why so: a visitor and a signed link are values that only the holder of LINK_SECRET can make,
 * so neither needs a table; the price is that a single one cannot be revoked before it expires.
 * Passwords are hashed by bcrypt, the strongest hash of Spring Security that needs nothing beside
 * the JDK; the price is its limit of 72 bytes.
 */
@ApplicationModule(allowedDependencies = {"shared", "scheduling", "cluster"})
@NullMarked
package vn.busticket.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
