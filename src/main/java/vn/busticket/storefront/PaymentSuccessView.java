package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.tickets.FileNames;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Formats;
import vn.busticket.ui.LiveStatus;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.Scene;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Titled;

/**
 * The receipt, once the money is settled; until then it says that it is being confirmed. Where the
 * gateway sends people back to: what its address claims behind the question mark is never read.
 */
@Route(value = "payment/success/:token?", layout = PassengerLayout.class)
@AnonymousAllowed
class PaymentSuccessView extends Div implements BeforeEnterObserver, Titled {

    private static final int SECONDS_UNTIL_BOOKING = 10;

    private final PaymentDesk desk;
    private final PaymentWatch watch;
    private final WayNames wayNames;
    private String token = "";
    private String titleKey = "payment.unknown.headline";
    private boolean cameBack;
    private @Nullable PaymentStanding shown;

    PaymentSuccessView(PaymentDesk desk, PaymentWatch watch, WayNames wayNames) {
        this.desk = desk;
        this.watch = watch;
        this.wayNames = wayNames;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation(titleKey);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        cameBack = event.getTrigger() == NavigationTrigger.HISTORY;
        removeAll();
        shown = null;
        var found = desk.look(token);
        if (found.isEmpty()) {
            add(PaymentUnknown.page());
            return;
        }
        var now = found.get();
        if (!belongsHere(now)) {
            event.forwardTo("payment/failure/" + token);
            return;
        }
        show(now);
        if (now.standing() != PaymentStanding.SETTLED) {
            desk.checkSoon(token);
            watch.watch(this, token, now.booking().code(), this::refresh);
        }
    }

    private static boolean belongsHere(PaymentCase now) {
        return switch (now.standing()) {
            case SETTLED, CONFIRMING, OPEN -> true;
            case PART_PAID, NOT_PAID, OVER, MONEY_KEPT -> false;
        };
    }

    private void refresh() {
        if (shown == PaymentStanding.SETTLED) {
            return;
        }
        desk.look(token)
                .ifPresent(now -> {
                    if (!belongsHere(now)) {
                        UI.getCurrent().navigate("payment/failure/" + token);
                        return;
                    }
                    desk.checkSoon(token);
                    if (now.standing() != shown) {
                        show(now);
                    }
                });
    }

    private void show(PaymentCase now) {
        removeAll();
        shown = now.standing();
        var settled = shown == PaymentStanding.SETTLED;
        titleKey = settled ? "payment.success.headline" : "payment.confirming.headline";
        var page = Markup.div("middle-page stack");
        if (settled) {
            page.add(outcome(now));
            if (!now.refunds().isEmpty()) {
                page.add(new RefundCard(now.refunds()));
            }
            now.receipt()
                    .ifPresent(receipt -> {
                        var trip = now.booking().trip();
                        var stretch = now.booking().stretch();
                        page.add(
                                new ReceiptFacts(
                                        now.booking(),
                                        receipt,
                                        wayNames.from(trip, stretch),
                                        wayNames.to(trip, stretch)));
                    });
        } else {
            page.add(confirming(now));
        }
        add(page);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private Component outcome(PaymentCase now) {
        return now.booking().state() == BookingState.CANCELLED
                ? cancelled(now.booking())
                : success(now.booking(), MoneyNotice.of(now.money()));
    }

    private Component cancelled(BookingDetails booking) {
        titleKey = "booking.cancelled";
        return new Outcome(
                Scene.STOPPED,
                getTranslation("booking.cancelled"),
                new Paragraph(getTranslation("booking.cancelled.explanation")),
                Markup.div(
                        "actions",
                        new ActionLink(
                                Look.PRIMARY,
                                getTranslation("payment.viewBooking"),
                                "bookings/" + booking.code())));
    }

    private Component success(BookingDetails booking, Optional<MoneyNotice> told) {
        var address = "bookings/" + booking.code();
        var words =
                new Paragraph(
                        getTranslation(
                                "payment.success.explanation",
                                booking.travellers().size(),
                                booking.contact().email(),
                                Formats.current().dateTimeInWords(booking.departsAt()),
                                booking.boardingStop().stop().name(Formats.current().language())));
        var receipt =
                new DownloadLink(
                        Look.PLAIN,
                        Sign.DOWNLOAD,
                        getTranslation("payment.downloadReceipt"),
                        FileNames.receipt(booking),
                        "application/pdf",
                        () -> desk.receiptPdf(booking));
        var view =
                new ActionLink(Look.PRIMARY, getTranslation("payment.viewBooking"), address)
                        .with(Sign.TICKET);
        var outcome =
                new Outcome(
                        Scene.ARRIVED,
                        getTranslation("payment.success.headline"),
                        words,
                        Markup.div("actions", view, receipt));
        told.map(MoneyNotice::banner).ifPresent(outcome::add);
        if (!cameBack) {
            outcome.add(
                    new MovesOn(SECONDS_UNTIL_BOOKING, () -> UI.getCurrent().navigate(address)));
        }
        return outcome;
    }

    private Component confirming(PaymentCase now) {
        var live =
                new LiveStatus(
                        getTranslation("payment.confirming.status"),
                        getTranslation("payment.confirming.explanation"));
        var kept =
                new Paragraph(
                        getTranslation(
                                "payment.confirming.kept",
                                SeatWords.list(now.seatLabels()),
                                now.seatLabels().size()));
        kept.addClassNames("small", "muted");
        var actions = Markup.div("actions");
        if (now.attempt().state().isOpen()) {
            actions.add(
                    new ActionLink(
                            Look.PLAIN, getTranslation("payment.backToQr"), "payment/" + token));
        }
        return Markup.div(
                "card stack",
                new H1(getTranslation("payment.confirming.headline")),
                live,
                kept,
                actions);
    }
}
