/**
 * Twilio to try things with: a stand-in that speaks its protocol over real HTTP. No SMS is sent.
 *
 * <p>Ask it through {@link vn.busticket.sms.TwilioSandbox}, and its page by hand. It tells nothing:
 * whoever wants to know whether a message arrived asks. Owns the messages it took, in memory.
 *
 * <p>Why so: it shares no code with the product. Numbers with a meaning are those that Twilio
 * documents for test credentials; where Twilio leaves open how soon a message arrives, each
 * question moves it on by one state.
 */
@NullMarked
package vn.busticket.sms;

import org.jspecify.annotations.NullMarked;
