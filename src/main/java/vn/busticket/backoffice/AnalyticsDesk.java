package vn.busticket.backoffice;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.ReportChoice;
import vn.busticket.analytics.ReportChoices;
import vn.busticket.analytics.ReportScope;
import vn.busticket.analytics.ReportScopes;
import vn.busticket.shared.VietnamTime;

/** What every report needs besides its figures: who asks, what can be asked, who draws. */
@Component
class AnalyticsDesk {

    private final StaffNames staff;
    private final ReportScopes scopes;
    private final ReportChoices choices;
    private final ReportWatch watch;
    private final ChartRenderer renderer;
    private final Clock clock;

    AnalyticsDesk(
            StaffNames staff,
            ReportScopes scopes,
            ReportChoices choices,
            ReportWatch watch,
            ChartRenderer renderer,
            Clock clock) {
        this.staff = staff;
        this.scopes = scopes;
        this.choices = choices;
        this.watch = watch;
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * Whose sales the person at the screen may see.
     *
     * @throws vn.busticket.analytics.FiguresOfOthers if none
     */
    ReportScope scope() {
        return scopes.of(staff.me());
    }

    LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    List<ReportChoice> choices(Dimension dimension, ReportScope scope) {
        return choices.of(dimension, scope);
    }

    /** What an address asks for, by somebody who may see so much. */
    ReportQuestion question(String path, QueryParameters query, ReportScope scope) {
        return ReportQuestion.of(path, query, today(), dimension -> isKnown(dimension, scope));
    }

    ReportWatch watch() {
        return watch;
    }

    ChartRenderer renderer() {
        return renderer;
    }

    private Predicate<Long> isKnown(Dimension dimension, ReportScope scope) {
        return choices.of(dimension, scope).stream()
                        .map(ReportChoice::id)
                        .collect(Collectors.toSet())
                ::contains;
    }
}
