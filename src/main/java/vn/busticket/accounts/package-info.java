/**
 * People: who has an account and which role, how they prove it, who a visitor without an account
 * is, signed links, and the audit log of what staff did.
 *
 * <p>Ask it through: {@link vn.busticket.accounts.AccountService}, {@link
 * vn.busticket.accounts.AccountQueries}, {@link vn.busticket.accounts.SignIn}, {@link
 * vn.busticket.accounts.SignedLinks}, {@link vn.busticket.accounts.VisitorCookies}, {@link
 * vn.busticket.accounts.AuditLog}, {@link vn.busticket.accounts.MessagePreferences} (what people
 * want to be told). It tells: {@link vn.busticket.accounts.AccountRegistered}. It hears nothing.
 * Owns the tables account, audit_log, message_preference and unsubscribed_address; no job.
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
