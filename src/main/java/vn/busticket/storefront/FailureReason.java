package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import vn.busticket.payments.AttemptState;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** Says in words why nothing is confirmed, what has happened to the money, and to the seats. */
final class FailureReason {

    private FailureReason() {}

    static Component of(PaymentCase now, boolean seatsAreGone, Clock clock) {
        return now.standing() == PaymentStanding.MONEY_KEPT
                ? MoneyNotice.of(now.money())
                        .map(notice -> told(notice, now))
                        .orElseGet(() -> asItLooks(now, seatsAreGone, clock))
                : asItLooks(now, seatsAreGone, clock);
    }

    private static Component told(MoneyNotice notice, PaymentCase now) {
        var told = new Div(new Paragraph(notice.headline()), new Paragraph(notice.explanation()));
        if (now.change().isEmpty()) {
            told.add(new Paragraph(words("payment.failure.seats.gone")));
        }
        return told;
    }

    private static Component asItLooks(PaymentCase now, boolean seatsAreGone, Clock clock) {
        return new Div(
                new Paragraph(words(why(now))),
                Markup.element("p", money(now)),
                new Paragraph(words(seats(now, seatsAreGone, clock))));
    }

    private static String why(PaymentCase now) {
        return switch (now.standing()) {
            case OPEN -> "payment.failure.left";
            case PART_PAID -> "payment.failure.partPaid";
            case OVER -> "payment.failure.over";
            case MONEY_KEPT -> "payment.failure.late";
            case SETTLED, CONFIRMING, NOT_PAID -> ended(now.attempt().state());
        };
    }

    private static String ended(AttemptState state) {
        return switch (state) {
            case CANCELLED -> "payment.failure.cancelled";
            case EXPIRED -> "payment.failure.expired";
            case FAILED -> "payment.failure.refused";
            case REQUESTED, OPEN, UNKNOWN, PAID, UNDERPAID -> "payment.failure.left";
        };
    }

    private static String money(PaymentCase now) {
        var formats = Formats.current();
        return switch (now.standing()) {
            case PART_PAID ->
                    I18NProvider.translate(
                            "payment.failure.money.part",
                            formats.money(now.received()),
                            formats.money(now.due()),
                            formats.money(now.remaining()));
            case MONEY_KEPT ->
                    I18NProvider.translate(
                            "payment.failure.money.kept",
                            formats.money(now.received()),
                            now.booking().code());
            case OPEN -> words("payment.failure.money.notSeen");
            case SETTLED, CONFIRMING, NOT_PAID, OVER -> words("payment.failure.money.none");
        };
    }

    private static String seats(PaymentCase now, boolean seatsAreGone, Clock clock) {
        return switch (now.standing()) {
            case OVER, MONEY_KEPT ->
                    now.change().isPresent()
                            ? "payment.failure.booking.kept"
                            : "payment.failure.seats.gone";
            case SETTLED, CONFIRMING, OPEN, PART_PAID, NOT_PAID -> {
                if (seatsAreGone) {
                    yield "payment.failure.seats.gone";
                }
                yield now.isInTime(clock.instant())
                        ? "payment.failure.seats.kept"
                        : "payment.failure.seats.perhaps";
            }
        };
    }

    private static String words(String key) {
        return I18NProvider.translate(key);
    }
}
