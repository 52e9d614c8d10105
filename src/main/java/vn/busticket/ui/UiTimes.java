package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationListener;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.ui.UiMetrics.Action;

/**
 * Takes the time of every call of a browser that a person waits for. Connections that stay open and
 * signs of life are not among them. Failures are counted where they are told.
 */
final class UiTimes implements VaadinRequestInterceptor, AfterNavigationListener {

    private static final String BEGUN = UiTimes.class.getName() + ".begun";
    private static final String OPENED = UiTimes.class.getName() + ".opened";
    private static final String FILES = "/VAADIN/dynamic/";

    private final UiMetrics metrics;

    UiTimes(UiMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void requestStart(VaadinRequest request, @Nullable VaadinResponse response) {
        request.setAttribute(BEGUN, System.nanoTime());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var request = VaadinRequest.getCurrent();
        var chain = event.getActiveChain();
        if (!chain.isEmpty() && chain.getFirst() instanceof Component view) {
            metrics.shows(event.getLocationChangeEvent().getUI(), view.getClass());
        }
        if (request != null) {
            request.setAttribute(OPENED, true);
        }
    }

    @Override
    public void handleException(
            VaadinRequest request,
            @Nullable VaadinResponse response,
            @Nullable VaadinSession session,
            Exception failure) {
        // The session's error handler is called besides.
    }

    @Override
    public void requestEnd(
            VaadinRequest request,
            @Nullable VaadinResponse response,
            @Nullable VaadinSession session) {
        if (request.getAttribute(BEGUN) instanceof Long begun) {
            var time = Duration.ofNanos(System.nanoTime() - begun);
            action(request)
                    .ifPresent(
                            action -> metrics.took(view(request, action, session), action, time));
        }
    }

    private static Optional<Action> action(VaadinRequest request) {
        if (request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) == null) {
            return Optional.of(path(request).startsWith(FILES) ? Action.FILE : Action.PAGE);
        }
        if (HandlerHelper.isRequestType(request, RequestType.INIT)) {
            return Optional.of(Action.START);
        }
        if (HandlerHelper.isRequestType(request, RequestType.UIDL)) {
            return Optional.of(request.getAttribute(OPENED) == null ? Action.ACT : Action.OPEN);
        }
        return Optional.empty();
    }

    private String view(VaadinRequest request, Action action, @Nullable VaadinSession session) {
        if (action == Action.PAGE) {
            return metrics.at(path(request).replaceFirst("^/", ""));
        }
        var tab = UI.getCurrent();
        if (tab == null || session == null) {
            return UiMetrics.NO_VIEW;
        }
        session.lock();
        try {
            return metrics.shownIn(tab);
        } finally {
            session.unlock();
        }
    }

    private static String path(VaadinRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path;
    }
}
