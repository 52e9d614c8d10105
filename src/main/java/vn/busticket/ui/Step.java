package vn.busticket.ui;

/** The stretches of buying. */
public enum Step {
    /** Seats are chosen on the map. */
    SEATS("ui.steps.seats"),
    /** Names and contact are written. */
    DETAILS("ui.steps.details"),
    /** The money is on its way. */
    PAYMENT("ui.steps.payment");

    private final String messageKey;

    Step(String messageKey) {
        this.messageKey = messageKey;
    }

    String messageKey() {
        return messageKey;
    }
}
