package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.notifications.LetterPreviews;
import vn.busticket.notifications.TestMessages;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.shared.Language;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.CurrentUser;
import vn.busticket.ui.Look;
import vn.busticket.ui.NoticeArea;
import vn.busticket.ui.Titled;
import vn.busticket.ui.Tone;

/** Every message that people get, with made-up data; each can be sent to whoever is looking. */
@Route(value = LetterAddress.PATH, layout = StaffLayout.class)
@RolesAllowed(StaffRole.ADMINISTRATOR)
class TemplatesView extends Div implements BeforeEnterObserver, Titled {

    private final LetterPreviews previews;
    private final TestMessages tests;
    private final CurrentUser user;
    private final MessageFrame frame;

    TemplatesView(LetterPreviews previews, TestMessages tests, CurrentUser user, MessageWork desk) {
        this.previews = previews;
        this.tests = tests;
        this.user = user;
        this.frame = new MessageFrame(MessageTab.TEMPLATES, desk);
        add(frame);
    }

    @Override
    public String title() {
        return MessageFrame.title(MessageTab.TEMPLATES);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown =
                LetterAddress.of(
                        event.getLocation().getQueryParameters(), Language.of(getLocale()));
        frame.show(panel(shown));
    }

    private LetterPanel panel(LetterAddress shown) {
        return new LetterPanel(
                shown, previews.of(shown.sample(), shown.data(), shown.language()), send(shown));
    }

    private ActionButton send(LetterAddress shown) {
        return Background.<Boolean>button(
                Look.PRIMARY,
                getTranslation("desk.letters.send"),
                getTranslation("desk.letters.send.busy"),
                () ->
                        user.details()
                                .map(me ->
                                        () ->
                                                tests.sendMail(
                                                        shown.sample(),
                                                        shown.data(),
                                                        shown.language(),
                                                        me)),
                this::sent,
                TemplatesView::failed);
    }

    private void sent(boolean isTaken) {
        var me = user.details().map(AccountDetails::email).orElse("");
        var outcome = isTaken ? "desk.letters.sent" : "desk.letters.notSent";
        NoticeArea.current()
                .ifPresent(area ->
                        area.show(
                                new Banner(
                                        isTaken ? Tone.OK : Tone.WARN,
                                        getTranslation(outcome),
                                        " " + getTranslation(outcome + ".why", me))));
    }

    private static void failed(RuntimeException thrown) {
        if (thrown instanceof BusinessRuleViolation refused) {
            throw refused;
        }
        throw new IllegalStateException("Sending a test message failed", thrown);
    }
}
