package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import vn.busticket.payments.WebhookRegistration;
import vn.busticket.payments.WebhookStanding;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/** How the gateway reaches us: registered where, tried when, heard from when. */
@Route(value = MoneyAddresses.WEBHOOK, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class WebhookView extends Div implements BeforeEnterObserver, Titled {

    private static final String PATH = "/api/v1/payments/webhook";

    private final WebhookRegistration registration;
    private final StaffNames staff;
    private final MoneyFrame frame;

    WebhookView(WebhookRegistration registration, StaffNames staff, DeskCounts counts) {
        this.registration = registration;
        this.staff = staff;
        this.frame = new MoneyFrame(PaymentTab.WEBHOOK, counts);
        add(frame);
    }

    @Override
    public String title() {
        return getTranslation("desk.tab.WEBHOOK");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(registration.standing());
    }

    private void show(WebhookStanding standing) {
        frame.show(
                new Part(getTranslation("desk.webhook.now"), verdict(standing), facts(standing)),
                form(standing));
    }

    private Banner verdict(WebhookStanding standing) {
        var outcome = standing.outcome();
        if (outcome == null) {
            return banner(Tone.WARN, "desk.webhook.never");
        }
        return switch (outcome) {
            case ACCEPTED -> banner(Tone.OK, "desk.webhook.ACCEPTED");
            case REFUSED -> banner(Tone.BAD, "desk.webhook.REFUSED");
            case UNKNOWN -> banner(Tone.WARN, "desk.webhook.UNKNOWN");
        };
    }

    private Banner banner(Tone tone, String key) {
        return new Banner(tone, getTranslation(key), " " + getTranslation(key + ".why"));
    }

    private Facts facts(WebhookStanding standing) {
        var formats = Formats.current();
        var nothing = Cells.NOTHING;
        var facts =
                new Facts()
                        .with(getTranslation("desk.gateway"), standing.gateway())
                        .with(
                                getTranslation("desk.webhook.url"),
                                Optional.ofNullable(standing.url()).orElse(nothing))
                        .with(
                                getTranslation("desk.webhook.tried"),
                                Optional.ofNullable(standing.triedAt())
                                        .map(formats::dateTime)
                                        .orElse(nothing))
                        .with(
                                getTranslation("desk.webhook.answer"),
                                Optional.ofNullable(standing.detail()).orElse(nothing))
                        .with(
                                getTranslation("desk.webhook.lastGenuine"),
                                Optional.ofNullable(standing.lastGenuineAt())
                                        .map(formats::dateTime)
                                        .orElseGet(() -> getTranslation("desk.webhook.neverCame")));
        facts.addClassName("desk-facts");
        return facts;
    }

    private Part form(WebhookStanding standing) {
        var url = new TextField(getTranslation("desk.webhook.address"));
        url.setValue(standing.proposedUrl());
        url.setManualValidation(true);
        url.setHelperText(getTranslation("desk.webhook.address.help", PATH));
        url.setErrorMessage(getTranslation("desk.webhook.address.wrong", PATH));
        var me = staff.me();
        var button =
                Background.<WebhookStanding>button(
                        Look.PRIMARY,
                        getTranslation("desk.webhook.register"),
                        getTranslation("desk.webhook.register.busy"),
                        () -> {
                            var typed = url.getValue().strip();
                            url.setInvalid(!typed.matches("https?://.+" + PATH));
                            return url.isInvalid()
                                    ? Optional.empty()
                                    : Optional.of(() -> registration.register(typed, me));
                        },
                        this::show,
                        WebhookView::failed);
        var part =
                new Part(
                        getTranslation("desk.webhook.register"),
                        new Paragraph(getTranslation("desk.webhook.register.what")),
                        url,
                        button);
        part.addClassName("desk-narrow");
        return part;
    }

    private static void failed(RuntimeException thrown) {
        if (thrown instanceof BusinessRuleViolation refused) {
            throw refused;
        }
        throw new IllegalStateException("Registering the webhook failed", thrown);
    }
}
