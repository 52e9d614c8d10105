/**
 * Twilio: the one service for text messages so far.
 *
 * <p>Ask it through: {@link vn.busticket.notifications.SmsSender}, which it implements where
 * Twilio's three settings are given. It tells nothing, hears nothing, owns no table and no job.
 *
 * <p>Why so: two calls of Twilio's REST interface by Spring's RestClient, because the SDK sends a
 * message again by itself when an answer is late. The price is a list of Twilio's error codes of
 * our own.
 */
@NullMarked
package vn.busticket.notifications.twilio;

import org.jspecify.annotations.NullMarked;
