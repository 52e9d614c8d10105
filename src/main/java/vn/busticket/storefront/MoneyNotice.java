package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import vn.busticket.bookings.MoneyLine;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Tone;

/** Tells a payer in words what became of money that was not simply the price in time. */
final class MoneyNotice {

    private final MoneyLine line;

    private MoneyNotice(MoneyLine line) {
        this.line = line;
    }

    /**
     * The last that has to be told; a part that can still be completed is told by who asks for the
     * rest.
     */
    static Optional<MoneyNotice> of(List<MoneyLine> money) {
        return money.stream()
                .filter(line -> line.outcome() != Outcome.PART_PAID)
                .findFirst()
                .map(MoneyNotice::new);
    }

    /** What happened, in a sentence. */
    String headline() {
        return words("");
    }

    /** What that means, and what is safe. */
    String explanation() {
        return words(".explanation");
    }

    Banner banner(Component... actions) {
        return new Banner(tone(), headline(), explanation(), actions);
    }

    private Tone tone() {
        return switch (line.outcome()) {
            case CONFIRMED_LATE -> Tone.OK;
            case CONFIRMED_ON_OTHER_SEATS,
                    CHANGED_ON_OTHER_SEATS,
                    LATE_PART_KEPT,
                    REFUND_TOO_LATE,
                    REFUND_TRIP_CALLED_OFF,
                    REFUND_REST_NEVER_CAME,
                    REFUND_CHANGE_TOO_LATE,
                    REFUND_CHANGE_NOT_MADE ->
                    Tone.WARN;
            case PART_PAID, REFUND_SURPLUS, REFUND_PAID_TWICE, REFUND_AFTER_CANCELLATION ->
                    Tone.INFO;
        };
    }

    private String words(String ending) {
        return I18NProvider.translate(
                "money." + line.outcome().name() + ending,
                Formats.current().money(line.amount()),
                line.fromSeats(),
                line.toSeats());
    }
}
