package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingNotPayable;
import vn.busticket.bookings.PaymentTimeOver;
import vn.busticket.seats.HoldExpired;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Background;
import vn.busticket.ui.Countdown;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Sign;
import vn.busticket.ui.SupportProperties;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/**
 * Why a payment did not come to an end, how long the seats are kept, and the way on. What the
 * gateway writes behind the question mark is never read.
 */
@Route(value = "payment/failure/:token?", layout = PassengerLayout.class)
@AnonymousAllowed
class PaymentFailureView extends Div implements BeforeEnterObserver, Titled {

    private final PaymentDesk desk;
    private final PaymentWatch watch;
    private final Visitors visitors;
    private final SupportProperties support;
    private final Clock clock;
    private String token = "";
    private boolean seatsAreGone;
    private @Nullable PaymentCase shown;

    PaymentFailureView(
            PaymentDesk desk,
            PaymentWatch watch,
            Visitors visitors,
            SupportProperties support,
            Clock clock) {
        this.desk = desk;
        this.watch = watch;
        this.visitors = visitors;
        this.support = support;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("payment.failure.headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        shown = null;
        seatsAreGone = false;
        var found = desk.look(token);
        if (found.isEmpty()) {
            add(PaymentUnknown.page());
            return;
        }
        var now = found.get();
        if (!belongsHere(now)) {
            event.forwardTo("payment/success/" + token);
            return;
        }
        show(now);
        desk.checkSoon(token);
        watch.watch(this, token, now.booking().code(), this::refresh);
    }

    private static boolean belongsHere(PaymentCase now) {
        return switch (now.standing()) {
            case SETTLED, CONFIRMING -> false;
            case OPEN, PART_PAID, NOT_PAID, OVER, MONEY_KEPT -> true;
        };
    }

    private void refresh() {
        desk.look(token)
                .ifPresent(now -> {
                    if (!belongsHere(now)) {
                        UI.getCurrent().navigate("payment/success/" + token);
                        return;
                    }
                    if (now.standing() == PaymentStanding.OPEN) {
                        desk.checkSoon(token);
                    }
                    if (shown == null || !isLike(shown, now)) {
                        show(now);
                    }
                });
    }

    private static boolean isLike(PaymentCase before, PaymentCase now) {
        return before.standing() == now.standing()
                && before.attempt().equals(now.attempt())
                && before.received().equals(now.received())
                && before.money().equals(now.money())
                && before.refunds().equals(now.refunds());
    }

    private void show(PaymentCase now) {
        removeAll();
        shown = now;
        var canRetry = !seatsAreGone && canRetry(now);
        var outcome =
                new Outcome(Scene.STOPPED, title(), FailureReason.of(now, seatsAreGone, clock));
        if (canRetry && now.isInTime(clock.instant())) {
            outcome.add(timeLeft(now));
        }
        outcome.add(Markup.div("actions", waysOn(now, canRetry)));
        add(Markup.div("middle-page stack", outcome, below(now)));
    }

    /** Where the money is, if we have it; else what to do about money that a bank took. */
    private Component below(PaymentCase now) {
        return now.refunds().isEmpty()
                ? new IfMoneyWasTaken(now, support)
                : new RefundCard(now.refunds());
    }

    private static boolean canRetry(PaymentCase now) {
        return switch (now.standing()) {
            case OPEN, PART_PAID, NOT_PAID -> true;
            case SETTLED, CONFIRMING, OVER, MONEY_KEPT -> false;
        };
    }

    private Component[] waysOn(PaymentCase now, boolean canRetry) {
        var booking = now.booking();
        var view =
                new ActionLink(
                        Look.PLAIN,
                        getTranslation("payment.viewBooking"),
                        "bookings/" + booking.code());
        if (canRetry) {
            return new Component[] {retryButton(now), view};
        }
        if (now.change().isPresent()) {
            var again =
                    new ActionLink(
                            Look.STRONG,
                            getTranslation("modify.modify"),
                            ChangeTab.TRIP.address(booking.code()));
            return new Component[] {view, again};
        }
        var chooseAgain =
                new ActionLink(
                        Look.PRIMARY,
                        getTranslation("payment.chooseAgain"),
                        SeatsAgain.address(
                                booking.trip(), booking.stretch(), booking.travellers().size()));
        return new Component[] {chooseAgain, view};
    }

    private Component retryButton(PaymentCase now) {
        var booking = now.booking();
        var visitor = visitors.current();
        var address = visitors.addressKey();
        var key = now.standing() == PaymentStanding.PART_PAID ? "payment.payRest" : "payment.retry";
        return Background.button(
                        Look.PRIMARY,
                        getTranslation(key, Formats.current().money(now.remaining())),
                        getTranslation("payment.starting"),
                        () -> Optional.of(() -> desk.retry(booking, visitor, address)),
                        attempt -> UI.getCurrent().navigate("payment/" + attempt),
                        this::refuse)
                .with(Sign.REFRESH);
    }

    private void refuse(RuntimeException thrown) {
        if (thrown instanceof HoldExpired
                || thrown instanceof PaymentTimeOver
                || thrown instanceof BookingNotPayable) {
            seatsAreGone = !(thrown instanceof BookingNotPayable);
            desk.look(token).filter(PaymentFailureView::belongsHere).ifPresent(this::show);
        } else {
            PaymentTrouble.tell(thrown);
        }
    }

    private Countdown timeLeft(PaymentCase now) {
        var words =
                new Span(
                        getTranslation(
                                        "payment.stillHeldUntil",
                                        SeatWords.list(now.seatLabels()),
                                        now.seatLabels().size())
                                + " ");
        words.add(Markup.span("num", Formats.current().time(now.deadline())));
        return new Countdown(
                        words,
                        now.deadline(),
                        Duration.between(now.begunAt(), now.deadline()),
                        clock)
                .onOver(() -> desk.look(token).ifPresent(this::show));
    }
}
