package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.ui.Background;
import vn.busticket.ui.Badge;
import vn.busticket.ui.Countdown;
import vn.busticket.ui.Formats;
import vn.busticket.ui.LiveStatus;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Step;
import vn.busticket.ui.Steps;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/**
 * The VietQR code and all that a bank app asks for. Turns to success by itself when the money is
 * there; an old address leads to where the booking stands now.
 */
@Route(value = "payment/:token", layout = PassengerLayout.class)
@AnonymousAllowed
class PaymentView extends Div implements BeforeEnterObserver, Titled {

    private final PaymentDesk desk;
    private final PaymentWatch watch;
    private final OtherTrips trips;
    private final Clock clock;
    private String token = "";
    private @Nullable PaymentCase shown;
    private final Div lastQuestion = new Div();

    PaymentView(PaymentDesk desk, PaymentWatch watch, OtherTrips trips, Clock clock) {
        this.trips = trips;
        this.desk = desk;
        this.watch = watch;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("payment.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        shown = null;
        var found = desk.look(token);
        if (found.isEmpty()) {
            add(PaymentUnknown.page());
            return;
        }
        var now = found.get();
        var elsewhere = whereItStands(now);
        if (elsewhere.isPresent()) {
            event.forwardTo(elsewhere.get());
            return;
        }
        show(now);
        desk.checkSoon(token);
        watch.watch(this, token, now.booking().code(), this::refresh);
    }

    private void refresh() {
        desk.look(token)
                .ifPresent(now -> {
                    var elsewhere = whereItStands(now);
                    if (elsewhere.isPresent()) {
                        UI.getCurrent().navigate(elsewhere.get());
                        return;
                    }
                    desk.checkSoon(token);
                    if (shown == null || !shown.attempt().equals(now.attempt())) {
                        removeAll();
                        show(now);
                    }
                });
    }

    /** The address that this payment has moved on to; empty while it can be paid here. */
    private Optional<String> whereItStands(PaymentCase now) {
        return switch (now.standing()) {
            case SETTLED, CONFIRMING -> Optional.of("payment/success/" + token);
            case OPEN -> Optional.empty();
            case PART_PAID, NOT_PAID, OVER, MONEY_KEPT ->
                    Optional.of(
                            now.openInstead()
                                    .map(other -> "payment/" + other.token())
                                    .orElse("payment/failure/" + token));
        };
    }

    private void show(PaymentCase now) {
        shown = now;
        var amount = Formats.current().money(now.attempt().amount());
        var main = Markup.div("stack", countdown(now), lastQuestion);
        if (now.waitsForGateway()) {
            main.add(new PaymentPreparing(now.attempt(), this::askAgain));
        } else {
            main.add(new QrPanel(now.booking().code(), now.attempt()));
        }
        if (now.hasCode()) {
            main.add(new SamePhoneHint());
        }
        main.add(new PaymentMethods());
        add(
                new Steps(Step.PAYMENT),
                Markup.div("title", new H1(getTranslation(headlineKey(now), amount))),
                Markup.div("columns", main, side(now)));
    }

    private static String headlineKey(PaymentCase now) {
        if (now.waitsForGateway()) {
            return "payment.preparing.headline";
        }
        return now.hasCode() ? "payment.headline" : "payment.onPayos.headline";
    }

    private void askAgain() {
        desk.checkSoon(token);
        refresh();
    }

    private Component countdown(PaymentCase now) {
        var attempt = now.attempt();
        var words = new Span(getTranslation("payment.until") + " ");
        words.add(Markup.span("num", Formats.current().time(attempt.expiresAt())));
        return new Countdown(
                        words,
                        attempt.expiresAt(),
                        Duration.between(attempt.createdAt(), attempt.expiresAt()),
                        clock)
                .onOver(this::timeIsOver);
    }

    /** The gateway is asked a last time before anybody is told that it is too late. */
    private void timeIsOver() {
        lastQuestion.removeAll();
        lastQuestion.add(
                new LiveStatus(
                        getTranslation("payment.timeOver"),
                        getTranslation("payment.timeOver.explanation")));
        refresh();
    }

    private Component side(PaymentCase now) {
        var until = Formats.current().time(now.deadline());
        var seats = now.seatLabels();
        var key = now.change().isPresent() ? "payment.cancel.note.change" : "payment.cancel.note";
        var note =
                new Paragraph(
                        new Text(getTranslation(key, SeatWords.list(seats), until, seats.size())));
        note.addClassNames("small", "muted");
        var badge = new Badge(Tone.WARN, getTranslation("bookings.state.AWAITING_PAYMENT"));
        var side =
                Markup.element(
                        "aside",
                        summary(now, badge),
                        Markup.div("stack tight", cancelButton(), note));
        side.addClassNames("side", "stack");
        side.getElement().setAttribute("aria-label", getTranslation("booking.summary"));
        return side;
    }

    private Component summary(PaymentCase now, Badge badge) {
        return now.change()
                .<Component>map(
                        change -> new ChangeSummary(change.plan(), now.kept(), trips, badge))
                .orElseGet(() -> TripSummary.of(now.booking(), now.allocated(), badge));
    }

    private Component cancelButton() {
        var button =
                Background.button(
                        Look.PLAIN,
                        getTranslation("payment.cancel"),
                        getTranslation("payment.cancel.busy"),
                        () ->
                                Optional.of(() -> {
                                    desk.cancel(token);
                                    return token;
                                }),
                        cancelled -> leave(),
                        PaymentTrouble::tell);
        button.addClassName("block");
        return button;
    }

    /** To where it stands now; to the failure page if the gateway has not answered yet. */
    private void leave() {
        var now = desk.look(token);
        UI.getCurrent()
                .navigate(now.flatMap(this::whereItStands).orElse("payment/failure/" + token));
    }
}
