package vn.busticket.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.Role;
import vn.busticket.shared.Language;

/**
 * Prepares every page and tab: its language, where errors are told, a Back button that is never
 * lost, the lists of crews that are to be forgotten, and the words for a server that is away. A
 * session that ended leads back to the same address without a question.
 */
@Component
class UiStart implements VaadinServiceInitListener {

    private static final int RECONNECT_EVERY_MILLISECONDS = 3_000;
    private static final String STEADY_BACK = "frontend-theme/back.js";
    private static final int RECONNECT_ATTEMPTS = 10_000;

    private static final String CREW_LISTS = "frontend-theme/crew-lists.js";

    private final ContentSecurityPolicy policy;
    private final CurrentUser currentUser;
    private final SecondFactorGate gate;
    private final UiMetrics metrics;

    UiStart(ContentSecurityPolicy policy, CurrentUser currentUser, UiMetrics metrics) {
        this.policy = policy;
        this.currentUser = currentUser;
        this.metrics = metrics;
        this.gate = new SecondFactorGate(currentUser);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(UiStart::messages);
        service.addSessionInitListener(
                session -> session.getSession().setErrorHandler(new ScreenErrors(metrics)));
        service.addUIInitListener(init -> init.getUI().addBeforeEnterListener(gate));
        service.addUIInitListener(
                init -> prepare(init.getUI(), VisitorLanguage.of(VaadinRequest.getCurrent())));
        watch(event);
        event.addIndexHtmlRequestListener(this::answer);
        event.addIndexHtmlRequestListener(policy::protect);
    }

    private void watch(ServiceInitEvent event) {
        var times = new UiTimes(metrics);
        event.addVaadinRequestInterceptor(times);
        event.getSource().addUIInitListener(init -> init.getUI().addAfterNavigationListener(times));
        metrics.watch(event.getSource());
    }

    /** The first answer of a visit: in the right language, and 404 where there is no screen. */
    private void answer(IndexHtmlResponse page) {
        var request = page.getVaadinRequest();
        script(page, STEADY_BACK);
        script(page, CREW_LISTS).attr("data-staff", Boolean.toString(isStaff()));
        page.getDocument()
                .select("html")
                .attr("lang", VisitorLanguage.of(request).locale().getLanguage());
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (RouteConfiguration.forApplicationScope().getRoute(path).isEmpty()) {
            page.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static Element script(IndexHtmlResponse page, String file) {
        return page.getDocument()
                .head()
                .appendElement("script")
                .attr("defer", true)
                .attr("src", file);
    }

    private boolean isStaff() {
        return currentUser.signedIn().filter(one -> one.role() != Role.PASSENGER).isPresent();
    }

    private static void prepare(UI ui, Language language) {
        ui.getSession().setLocale(language.locale());
        ui.setLocale(language.locale());
        var reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setDialogText(Messages.text(language, "ui.connection.lost"));
        reconnecting.setDialogTextGaveUp(Messages.text(language, "ui.connection.gone"));
        reconnecting.setReconnectInterval(RECONNECT_EVERY_MILLISECONDS);
        reconnecting.setReconnectAttempts(RECONNECT_ATTEMPTS);
        ui.getPage()
                .executeJs(
                        "document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')");
    }

    private static SystemMessages messages(SystemMessagesInfo asked) {
        var language = Language.of(asked.getLocale());
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSyncErrorNotificationEnabled(false);
        messages.setInternalErrorCaption(Messages.text(language, "ui.failed.headline"));
        messages.setInternalErrorMessage(Messages.text(language, "ui.failed.reload"));
        messages.setCookiesDisabledCaption(Messages.text(language, "ui.cookies.headline"));
        messages.setCookiesDisabledMessage(Messages.text(language, "ui.cookies.explanation"));
        return messages;
    }
}
