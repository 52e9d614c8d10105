package vn.busticket.notifications;

/**
 * A short text with its envelope.
 *
 * @param to number in international form such as {@code +84901234567}
 * @param text one part: at most 160 characters of the GSM 7-bit alphabet
 */
public record OutgoingSms(String to, String text) implements Outgoing {

    @Override
    public String recipient() {
        return to;
    }
}
