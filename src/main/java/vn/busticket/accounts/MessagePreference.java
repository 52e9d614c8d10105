package vn.busticket.accounts;

/**
 * Which ways a person wants to be told about something.
 *
 * @param byEmail true if by e-mail, which for some topics is always so
 * @param bySms true if also by a text to the phone
 */
public record MessagePreference(MessageTopic topic, boolean byEmail, boolean bySms) {}
