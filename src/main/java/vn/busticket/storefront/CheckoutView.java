package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.SignedIn;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingNotPayable;
import vn.busticket.bookings.Buyer;
import vn.busticket.bookings.CheckoutDraft;
import vn.busticket.bookings.CheckoutSession;
import vn.busticket.bookings.HoldOfSomebodyElse;
import vn.busticket.seats.Hold;
import vn.busticket.seats.HoldExpired;
import vn.busticket.trips.Trip;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.PriceTag;
import vn.busticket.ui.Step;
import vn.busticket.ui.Steps;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Visitors;

/** Who travels, and the trip once more in words, before paying. */
@Route(value = "checkout/:hold", layout = PassengerLayout.class)
@AnonymousAllowed
class CheckoutView extends Div implements BeforeEnterObserver, Titled {

    private static final String TYPED_LAST = "vn.busticket.checkout-typed";

    private final CheckoutDesk desk;
    private final HoldCountdown countdown;
    private final Visitors visitors;
    private final CurrentUser currentUser;
    private String token = "";

    CheckoutView(
            CheckoutDesk desk,
            HoldCountdown countdown,
            Visitors visitors,
            CurrentUser currentUser) {
        this.desk = desk;
        this.countdown = countdown;
        this.visitors = visitors;
        this.currentUser = currentUser;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("checkout.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("hold").orElse("");
        show();
    }

    private void show() {
        removeAll();
        desk.open(token, visitors.current())
                .ifPresentOrElse(
                        this::show,
                        () -> add(CheckoutRefused.unknown(desk.hold(token).map(this::seatsAgain))));
    }

    private void show(CheckoutSession session) {
        var hold = session.hold();
        var placed = desk.placedOn(hold);
        if (placed.isPresent()) {
            add(CheckoutRefused.placed(placed.get(), payButton(placed.get())));
            return;
        }
        switch (hold.state()) {
            case LIVE -> showForm(session);
            case OVERDUE, RELEASED, SOLD -> add(CheckoutRefused.over(seatsAgain(hold)));
        }
    }

    private void showForm(CheckoutSession session) {
        var hold = session.hold();
        var trip = desk.trip(hold);
        var visitor = visitors.current();
        var form =
                new CheckoutForm(
                        hold.seatLabels(),
                        begun(session, hold),
                        typed -> keep(hold, visitor, typed));
        var next = continueButton(hold, form);
        form.onEnter(() -> next.getElement().callJsFunction("click"));
        var time = new Div();
        showTime(time, hold);
        form.addComponentAsFirst(time);
        form.add(
                new TripReview(trip, hold.stretch()),
                new PolicyCard().of(trip, hold.stretch(), hold.seatClasses()),
                terms(trip),
                buyBar(hold, next));
        var side = Markup.element("aside", TripSummary.of(hold, trip, changeSeats(hold)));
        side.addClassName("side");
        side.getElement().setAttribute("aria-label", getTranslation("booking.summary"));
        add(
                new Steps(Step.DETAILS),
                Markup.div("title", new H1(getTranslation("checkout.headline"))),
                Markup.div("columns", form, side));
    }

    private void showTime(Div place, Hold hold) {
        place.removeAll();
        place.add(
                countdown.of(
                        hold,
                        this::show,
                        () -> {
                            desk.renew(hold, visitors.current());
                            desk.hold(token).ifPresent(renewed -> showTime(place, renewed));
                        }));
    }

    /** What was typed before, here or for seats given up; else what we know of who is signed in. */
    private CheckoutDraft begun(CheckoutSession session, Hold hold) {
        if (!session.draft().equals(CheckoutDraft.EMPTY)) {
            return session.draft();
        }
        var known = typedLast().or(() -> currentUser.details().map(CheckoutView::known));
        known.ifPresent(draft -> desk.save(hold, visitors.current(), draft));
        return known.orElse(CheckoutDraft.EMPTY);
    }

    private void keep(Hold hold, VisitorId visitor, CheckoutDraft typed) {
        desk.save(hold, visitor, typed);
        VaadinSession.getCurrent().setAttribute(TYPED_LAST, typed);
    }

    private static Optional<CheckoutDraft> typedLast() {
        return Optional.ofNullable(
                (CheckoutDraft) VaadinSession.getCurrent().getAttribute(TYPED_LAST));
    }

    private static CheckoutDraft known(AccountDetails person) {
        return new CheckoutDraft(
                person.fullName(), person.spokenPhone().orElse(""), person.email(), Map.of());
    }

    private ActionButton continueButton(Hold hold, CheckoutForm form) {
        var buyer = buyer();
        var address = visitors.addressKey();
        return slowButton(
                "checkout.continue",
                () ->
                        form.read()
                                .map(details ->
                                        () -> desk.placeAndPay(hold, details, buyer, address)));
    }

    private ActionButton payButton(BookingDetails booking) {
        var visitor = visitors.current();
        var address = visitors.addressKey();
        return slowButton(
                "checkout.continue", () -> Optional.of(() -> desk.pay(booking, visitor, address)));
    }

    private ActionButton slowButton(String key, Supplier<Optional<Supplier<String>>> prepare) {
        return Background.button(
                Look.PRIMARY,
                getTranslation(key),
                getTranslation("payment.starting"),
                prepare,
                attempt -> UI.getCurrent().navigate("payment/" + attempt),
                this::refuse);
    }

    private void refuse(RuntimeException thrown) {
        if (thrown instanceof HoldExpired
                || thrown instanceof HoldOfSomebodyElse
                || thrown instanceof BookingNotPayable) {
            show();
        } else {
            PaymentTrouble.tell(thrown);
        }
    }

    private Buyer buyer() {
        return new Buyer(
                visitors.current(),
                currentUser.signedIn().map(SignedIn::id),
                Formats.current().language());
    }

    private Component buyBar(Hold hold, ActionButton next) {
        var count =
                Markup.span(
                        "small nowrap count",
                        getTranslation("checkout.totalOf", hold.seatLabels().size()));
        var total = new Paragraph(count, new PriceTag(hold.total()));
        return Markup.div("buy checkout-buy", total, next);
    }

    private Paragraph terms(Trip trip) {
        var terms = new Paragraph(getTranslation("checkout.terms", trip.operator().name()));
        terms.addClassNames("small", "muted");
        return terms;
    }

    private Anchor changeSeats(Hold hold) {
        var link = new Anchor(seatsAgain(hold), getTranslation("checkout.changeSeats"));
        link.addClassNames("small", "inline-link");
        return link;
    }

    private String seatsAgain(Hold hold) {
        return SeatsAgain.address(desk.trip(hold), hold.stretch(), hold.seatLabels().size());
    }
}
