/**
 * People: who has an account and which role, how they prove it, who a visitor without an account
 * is, signed links, and the audit log of what staff did.
 *
 * <p>Ask it through: {@link vn.busticket.accounts.AccountService}, {@link
 * vn.busticket.accounts.EmailVerification}, {@link vn.busticket.accounts.PasswordReset}, {@link
 * vn.busticket.accounts.MailRequests}, {@link vn.busticket.accounts.AccountLinks}, {@link
 * vn.busticket.accounts.Administrators}, {@link vn.busticket.accounts.OperatorStaff}, {@link
 * vn.busticket.accounts.AccountQueries}, {@link vn.busticket.accounts.SignIn}, {@link
 * vn.busticket.accounts.SecondFactors}, {@link vn.busticket.accounts.DataSeal} (seals what nobody
 * may read in the database), {@link vn.busticket.accounts.RememberedPeople}, {@link
 * vn.busticket.accounts.SignedLinks}, {@link vn.busticket.accounts.VisitorCookies}, {@link
 * vn.busticket.accounts.AuditLog} and {@link vn.busticket.accounts.AuditTrail} (write and read who
 * did what), {@link vn.busticket.accounts.Privacy} (take data along, have them erased; each room
 * contributes a {@link vn.busticket.accounts.PersonalData}), {@link
 * vn.busticket.accounts.MessagePreferences} (what people want to be told). It tells: {@link
 * vn.busticket.accounts.AccountRegistered}, {@link
 * vn.busticket.accounts.EmailVerificationRequested}, {@link vn.busticket.accounts.EmailVerified},
 * {@link vn.busticket.accounts.EmailChanged}, {@link vn.busticket.accounts.PasswordResetRequested},
 * {@link vn.busticket.accounts.PasswordChanged}, {@link vn.busticket.accounts.SecondFactorChanged},
 * {@link vn.busticket.accounts.RegistrationRepeated}, {@link vn.busticket.accounts.AccountErased}.
 * It hears nothing. Owns the tables account, account_mail_request, audit_log, message_preference,
 * unsubscribed_address, second_factor, second_factor_recovery and consent; the jobs {@code
 * AnswerMailRequestsJob} and {@code SealFactorsAgainJob}.
 *
 * <p>Administrators appoint each other among registered passengers; there is always one. A session
 * remembers the role and the sign-in generation with which it began, and every request compares
 * them with the account: the price is one look-up by key for each of them.
 *
 * <p>The role of an administrator counts only in a session that proved the second factor, a code of
 * an enrolled phone (RFC 6238); until then the session is as good as none. A remembered sign-in
 * proves the password only. Each code counts once on all nodes, because the last one taken is a
 * column that only grows. The price: who signs in twice within half a minute waits for the next
 * code, and who loses phone and recovery codes needs another administrator.
 *
 * <p>Nobody learns whether a mailbox has an account: registering, signing in and asking for a link
 * answer alike, and only the mailbox hears the difference. The price: nobody signs in before the
 * mailbox is proved.
 *
 * <p>An erased account keeps its row, without a name: what staff did and what was paid still has
 * somebody behind it. The price is a number that once was a person.
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
