package vn.busticket.notifications;

/**
 * A text message.
 *
 * @param to the number, in E.164 form
 * @param text all of it
 */
public record OutgoingSms(String to, String text) implements Outgoing {

    @Override
    public String recipient() {
        return to;
    }
}
