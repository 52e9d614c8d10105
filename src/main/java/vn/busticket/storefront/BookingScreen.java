package vn.busticket.storefront;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingState;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Countdown;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Tone;

/** Puts a booking on the screen, with what has to be done first on top, and keeps it up to date. */
@Component
class BookingScreen {

    private final BookingDesk desk;
    private final MoneyDesk money;
    private final WayNames wayNames;
    private final PaymentWatch watch;
    private final ChangeDesk changes;
    private final Clock clock;

    BookingScreen(
            BookingDesk desk,
            MoneyDesk money,
            WayNames wayNames,
            PaymentWatch watch,
            ChangeDesk changes,
            Clock clock) {
        this.desk = desk;
        this.money = money;
        this.wayNames = wayNames;
        this.watch = watch;
        this.changes = changes;
        this.clock = clock;
    }

    void watch(
            com.vaadin.flow.component.Component screen, BookingDetails booking, Command changed) {
        watch.watch(screen, "", booking.code(), changed);
    }

    /** How a booking and its money stand now. */
    BookingCase look(BookingDetails known) {
        var booking = desk.booking(known).orElse(known);
        return new BookingCase(
                booking,
                money.outcomes(booking),
                money.refunds(booking),
                money.openChange(booking));
    }

    /**
     * The whole booking.
     *
     * @param refresh shows it again as it stands then
     */
    Div content(BookingCase now, VisitorId visitor, String addressKey, Command refresh) {
        var booking = now.booking();
        var first = new ArrayList<com.vaadin.flow.component.Component>();
        now.change()
                .ifPresent(change ->
                        first.add(
                                new OpenChange(
                                        booking,
                                        change,
                                        change.due().minus(money.kept(booking)),
                                        payButton(booking, visitor, addressKey),
                                        changes,
                                        refresh)));
        notice(now, visitor, addressKey, refresh).ifPresent(first::add);
        if (isToCome(booking)) {
            OperatorNotice.changed(booking, desk.history(booking)).ifPresent(first::add);
        }
        if (!now.refunds().isEmpty()) {
            first.add(new RefundCard(now.refunds()));
        }
        var cancel =
                money.canCancel(booking)
                        ? Optional.of(new CancelCard(booking, money, refresh))
                        : Optional.<CancelCard>empty();
        var minds = Markup.div("stack");
        if (booking.state() == BookingState.CONFIRMED) {
            minds.add(new ModifyCard(booking, changes.obstacle(booking)));
        }
        cancel.ifPresent(minds::add);
        var change = Optional.of(minds).filter(some -> some.getComponentCount() > 0);
        return new BookingContent(booking, desk, wayNames, first, change, clock.instant());
    }

    /** The last thing that happened to it. */
    private Optional<com.vaadin.flow.component.Component> justChanged(BookingDetails booking) {
        return switch (desk.history(booking).getLast().event()) {
            case CHANGED, SPLIT_OFF ->
                    Optional.of(
                            new Banner(
                                    Tone.OK,
                                    words("change.made"),
                                    words("change.made.explanation")));
            default -> Optional.empty();
        };
    }

    private boolean isToCome(BookingDetails booking) {
        var isExpected =
                switch (booking.state()) {
                    case CONFIRMED, AWAITING_PAYMENT -> true;
                    case EXPIRED, CANCELLED, COMPLETED -> false;
                };
        return isExpected && booking.departsAt().isAfter(clock.instant());
    }

    private Optional<com.vaadin.flow.component.Component> notice(
            BookingCase now, VisitorId visitor, String addressKey, Command refresh) {
        var booking = now.booking();
        var told = MoneyNotice.of(now.money());
        return switch (booking.state()) {
            case AWAITING_PAYMENT -> Optional.of(unpaid(booking, visitor, addressKey, refresh));
            case EXPIRED -> Optional.of(expired(booking, told));
            case CANCELLED ->
                    Optional.of(
                            OperatorNotice.lost(booking, desk.history(booking))
                                    .orElseGet(() ->
                                            new Banner(
                                                    Tone.WARN,
                                                    words("booking.cancelled"),
                                                    words("booking.cancelled.explanation"))));
            case CONFIRMED ->
                    justChanged(booking)
                            .or(() ->
                                    told.<com.vaadin.flow.component.Component>map(
                                            MoneyNotice::banner));
            case COMPLETED -> Optional.empty();
        };
    }

    private com.vaadin.flow.component.Component unpaid(
            BookingDetails booking, VisitorId visitor, String addressKey, Command refresh) {
        var pay = payButton(booking, visitor, addressKey);
        var banner =
                new Banner(
                        Tone.WARN,
                        words("booking.unpaid", Formats.current().money(desk.remaining(booking))),
                        words("booking.unpaid.explanation"),
                        pay);
        if (!booking.isPayable(clock.instant())) {
            return banner;
        }
        var until = Formats.current().time(booking.paymentDeadline());
        var seats = SeatWords.list(booking.seatLabels());
        var left =
                new Span(
                        new Span(
                                words("payment.stillHeldUntil", seats, booking.travellers().size())
                                        + " "));
        left.add(Markup.span("num", until));
        return Markup.div(
                "stack",
                banner,
                new Countdown(
                                left,
                                booking.paymentDeadline(),
                                Duration.between(booking.placedAt(), booking.paymentDeadline()),
                                clock)
                        .onOver(refresh));
    }

    private ActionButton payButton(BookingDetails booking, VisitorId visitor, String addressKey) {
        return Background.button(
                Look.PRIMARY,
                words("booking.payNow"),
                words("payment.starting"),
                () -> Optional.of(() -> desk.pay(booking, visitor, addressKey)),
                attempt -> UI.getCurrent().navigate("payment/" + attempt),
                PaymentTrouble::tell);
    }

    private Banner expired(BookingDetails booking, Optional<MoneyNotice> told) {
        var again =
                new ActionLink(
                        Look.PRIMARY,
                        words("payment.chooseAgain"),
                        SeatsAgain.address(
                                booking.trip(), booking.stretch(), booking.travellers().size()));
        return told.map(notice -> notice.banner(again))
                .orElseGet(() ->
                        new Banner(
                                Tone.WARN,
                                words("booking.expired"),
                                words("booking.expired.explanation"),
                                again));
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
