package vn.busticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinService;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Times and counts what happens on screens by screen and by what was done, because all their
 * traffic is one address and a defect in it still answers 200.
 */
@org.springframework.stereotype.Component
class UiMetrics {

    /** Stands for no screen: the tab is about to open one, or the address leads to none. */
    static final String NO_VIEW = "none";

    private final MeterRegistry meters;
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger tabs = new AtomicInteger();

    UiMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("busticket.ui.sessions", sessions::get)
                .description("Browsers that this node knows")
                .register(meters);
        Gauge.builder("busticket.ui.tabs", tabs::get)
                .description("Open tabs of those browsers")
                .register(meters);
    }

    /** What a browser asked a screen for. */
    enum Action {
        /** The page around the screens. */
        PAGE,
        /** A new tab. */
        START,
        /** A screen was opened. */
        OPEN,
        /** Something was done on an open screen. */
        ACT,
        /** A file was fetched or sent. */
        FILE
    }

    /** Which screen a tab shows. */
    private record Shown(String view) {}

    /**
     * Counts browsers and tabs from now on, and shows the errors of every screen as zero, so that
     * its first one is seen as a rise.
     */
    void watch(VaadinService service) {
        service.addSessionInitListener(_ -> sessions.incrementAndGet());
        service.addSessionDestroyListener(_ -> sessions.decrementAndGet());
        service.addUIInitListener(init -> {
            tabs.incrementAndGet();
            init.getUI().addDetachListener(_ -> tabs.decrementAndGet());
        });
        RouteConfiguration.forRegistry(service.getRouter().getRegistry())
                .getAvailableRoutes()
                .forEach(route -> expect(route.getNavigationTarget().getSimpleName()));
        expect(NO_VIEW);
    }

    private void expect(String view) {
        for (var kind : FailureKind.values()) {
            if (kind != FailureKind.CLIENT_GONE) {
                meters.counter("busticket.ui.errors", "view", view, "kind", kind.name());
            }
        }
    }

    /** A tab shows another screen. */
    void shows(UI tab, Class<? extends Component> view) {
        ComponentUtil.setData(tab, Shown.class, new Shown(view.getSimpleName()));
    }

    /** The screen that a tab shows; its session must be locked. */
    String shownIn(UI tab) {
        var shown = ComponentUtil.getData(tab, Shown.class);
        return shown == null ? NO_VIEW : shown.view();
    }

    /** The screen that an address leads to. */
    String at(String path) {
        return RouteConfiguration.forApplicationScope()
                .getRoute(path)
                .map(Class::getSimpleName)
                .orElse(NO_VIEW);
    }

    void took(String view, Action action, Duration time) {
        meters.timer("busticket.ui", "view", view, "action", action.name()).record(time);
    }

    /** Something failed on a screen; that its reader has gone is no failure. */
    void failed(String view, FailureKind kind) {
        if (kind != FailureKind.CLIENT_GONE) {
            meters.counter("busticket.ui.errors", "view", view, "kind", kind.name()).increment();
        }
    }
}
