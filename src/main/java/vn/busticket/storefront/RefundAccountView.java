package vn.busticket.storefront;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jspecify.annotations.Nullable;
import vn.busticket.payments.BankAccount;
import vn.busticket.payments.RefundView;
import vn.busticket.ui.ActionLink;
import vn.busticket.ui.Banner;
import vn.busticket.ui.EmptyState;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.PassengerLayout;
import vn.busticket.ui.PriceTag;
import vn.busticket.ui.Scene;
import vn.busticket.ui.SupportPhone;
import vn.busticket.ui.SupportProperties;
import vn.busticket.ui.Timeline;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;
import vn.busticket.ui.Visitors;

/**
 * Where a refund stands, in words, and which account it goes to where the banks did not tell. A
 * name that nobody has shows a calm page without data.
 */
@Route(value = "refund/:token", layout = PassengerLayout.class)
@RouteAlias(value = "refund-account/:token", layout = PassengerLayout.class)
@AnonymousAllowed
class RefundAccountView extends Div implements BeforeEnterObserver, Titled {

    private final RefundEntry entry;
    private final PaymentWatch watch;
    private final Visitors visitors;
    private final SupportProperties support;
    private String token = "";
    private @Nullable RefundView shown;

    RefundAccountView(
            RefundEntry entry, PaymentWatch watch, Visitors visitors, SupportProperties support) {
        this.entry = entry;
        this.watch = watch;
        this.visitors = visitors;
        this.support = support;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation("refund.headline");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        shown = null;
        if (!entry.mayOpen(visitors.addressKey())) {
            add(calm(Scene.STOPPED, "refund.tooOften"));
            return;
        }
        entry.look(token)
                .ifPresentOrElse(
                        refund -> {
                            show(refund);
                            watch.watchRefund(this, token, this::refresh);
                        },
                        () -> add(calm(Scene.FIND_TICKET, "refund.unknown")));
    }

    private void refresh() {
        entry.look(token)
                .ifPresent(now -> {
                    if (shown == null || RefundStanding.of(now) != RefundStanding.of(shown)) {
                        show(now);
                    }
                });
    }

    private Component calm(Scene scene, String key) {
        return EmptyState.ofPage(
                scene,
                getTranslation(key),
                getTranslation(key + ".explanation"),
                new ActionLink(Look.PRIMARY, getTranslation("ui.goFind"), "bookings/find"));
    }

    private void show(RefundView refund) {
        removeAll();
        shown = refund;
        var standing = RefundStanding.of(refund);
        var page =
                Markup.div(
                        "narrow-page stack",
                        Markup.div("title flush", new H1(title()), new PriceTag(refund.amount())),
                        standing(standing));
        if (standing == RefundStanding.NEEDS_ACCOUNT) {
            page.add(new RefundAccountForm(entry.banks(), this::give));
        }
        page.add(facts(refund), way(refund, standing), help());
        add(page);
    }

    private boolean give(BankAccount account) {
        var taken = entry.giveAccount(token, account);
        refresh();
        return taken;
    }

    private Banner standing(RefundStanding standing) {
        var tone =
                switch (standing) {
                    case NEEDS_ACCOUNT, BEING_CHECKED, ON_THE_WAY, HELD_UP, DELAYED -> Tone.INFO;
                    case DONE -> Tone.OK;
                };
        var key = "refund.state." + standing.name();
        return new Banner(tone, getTranslation(key), getTranslation(key + ".explanation"));
    }

    private Section facts(RefundView refund) {
        var formats = Formats.current();
        var facts =
                new Facts()
                        .withFigures(
                                getTranslation("refund.amount"), formats.money(refund.amount()))
                        .with(
                                getTranslation("refund.reason"),
                                getTranslation("refund.reason." + refund.reason().name()));
        var account = refund.account();
        if (account != null) {
            facts.with(getTranslation("refund.account"), account.bank() + " " + account.number());
        }
        var section = new Section(new H2(getTranslation("refund.facts")), facts);
        section.addClassName("card");
        return section;
    }

    private Section way(RefundView refund, RefundStanding standing) {
        var formats = Formats.current();
        var since = formats.dateTime(refund.changedAt());
        var timeline =
                new Timeline()
                        .done(
                                getTranslation("refund.way.opened"),
                                formats.dateTime(refund.openedAt()));
        var steps = RefundStanding.way();
        for (var step : steps) {
            var words = getTranslation("refund.way." + step.name());
            var place = Integer.compare(step.place(), standing.place());
            if (place < 0) {
                timeline.done(words, "");
            } else if (place == 0) {
                timeline.current(words, since);
            } else {
                timeline.ahead(words, "");
            }
        }
        var section = new Section(new H2(getTranslation("refund.way")), timeline);
        section.addClassName("card");
        return section;
    }

    private Paragraph help() {
        var help = new Paragraph(getTranslation("refund.help"));
        help.addClassNames("small", "muted");
        var phone = support.supportPhone();
        if (phone != null && !phone.isBlank()) {
            help.add(" ");
            help.add(new SupportPhone(support));
        }
        return help;
    }
}
