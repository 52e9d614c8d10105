package vn.busticket.bookings;

import vn.busticket.shared.BusinessRuleViolation;

/** Refuses to call off or to change a trip, and says why. */
public final class DisruptionRefused extends BusinessRuleViolation {

    private DisruptionRefused(String reason) {
        super("bookings.disruption-refused." + reason);
    }

    /** There is no such trip, or it belongs to another company. */
    static DisruptionRefused notYours() {
        return new DisruptionRefused("not-yours");
    }

    /** The coach has left its first stop. */
    static DisruptionRefused hasLeft() {
        return new DisruptionRefused("has-left");
    }

    /** It was called off before. */
    static DisruptionRefused calledOff() {
        return new DisruptionRefused("called-off");
    }

    /** It would leave in the past. */
    static DisruptionRefused intoPast() {
        return new DisruptionRefused("into-past");
    }

    /** It leaves then already. */
    static DisruptionRefused sameTime() {
        return new DisruptionRefused("same-time");
    }

    /** Another trip of the same kind leaves then. */
    static DisruptionRefused anotherTripThen() {
        return new DisruptionRefused("another-trip-then");
    }

    /** There is no such coach in that company, or it drives the trip already. */
    static DisruptionRefused noOtherCoach() {
        return new DisruptionRefused("no-other-coach");
    }

    /** There is no such other trip of the company on that route, or it does not run any more. */
    static DisruptionRefused noOtherTrip() {
        return new DisruptionRefused("no-other-trip");
    }

    /** Somebody bought, cancelled or changed something since it was looked at. */
    static DisruptionRefused meanwhile() {
        return new DisruptionRefused("meanwhile");
    }
}
