package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.ReportChoice;
import vn.busticket.analytics.ReportFilter;
import vn.busticket.analytics.ReportKind;
import vn.busticket.analytics.ReportRequest;
import vn.busticket.analytics.ReportScope;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.shared.Language;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Background;
import vn.busticket.ui.Banner;
import vn.busticket.ui.ErrorReference;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;
import vn.busticket.ui.Tone;

/**
 * What the screens of figures have in common: filters, the way back, loading, emptiness, failure,
 * and news. The figures are read beside the screen, which shows their shape meanwhile.
 *
 * @param <R> the report
 */
abstract class ReportScreen<R> extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(ReportScreen.class);

    protected final AnalyticsDesk desk;
    private final ReportKind kind;
    private final Language language = Formats.current().language();
    private final ReportHead head;
    private final Div controls = Markup.div("desk-stack");
    private final Div content = Markup.div("desk-stack");
    private final Map<Dimension, List<ReportChoice>> choices = new EnumMap<>(Dimension.class);
    private ReportScope scope = new ReportScope(Optional.empty());
    private @Nullable ReportFilters filters;
    private @Nullable ReportAddress address;
    private @Nullable R shown;
    private ClusterNotices.Registration watching = () -> {};
    private int reading;

    /**
     * @param files takes the report away or sends it
     * @param title what the screen is about
     * @param scopeKey the key of the line below
     */
    ReportScreen(
            AnalyticsDesk desk, ReportDesk files, ReportKind kind, String title, String scopeKey) {
        this.desk = desk;
        this.kind = kind;
        addClassNames("desk-stack", "report");
        head =
                new ReportHead(
                        title,
                        getTranslation(scopeKey),
                        new ActionButton(
                                        Look.PLAIN,
                                        getTranslation("analytics.refresh"),
                                        this::renew)
                                .with(Sign.REFRESH),
                        ScheduledReportsDialog.button(files, this::request),
                        new ExportMenu(files, this::request));
        add(head, controls, content);
    }

    /** Reads the figures; called beside the screen. */
    abstract R read(ReportFilter filter, ReportScope scope);

    /** The same, whatever is remembered. */
    abstract R readAnew(ReportFilter filter, ReportScope scope);

    /** When the figures were counted. */
    abstract Instant asOf(R report);

    /** True if nothing happened that could be shown. */
    abstract boolean isEmpty(R report);

    /** The parts of the screen. */
    abstract List<Component> parts(R report, ReportAddress address);

    /** Shows what the address asks for. */
    void enter(BeforeEnterEvent event, String path) {
        scope = desk.scope();
        var question = desk.question(path, event.getLocation().getQueryParameters(), scope);
        var before = address;
        address = question.address();
        for (var dimension : Dimension.values()) {
            choices.put(dimension, desk.choices(dimension, scope));
        }
        control(address, question.misread());
        if (shown != null && before != null && before.filter().equals(address.filter())) {
            draw(shown);
            ReportFocus.after(this, before, address);
        } else {
            shown = null;
            content.removeAll();
            content.add(new ReportSkeleton());
            load();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        watching = desk.watch().watch(() -> Background.show(ui, this::hearNews));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        watching.remove();
    }

    /** The name of a chosen route, operator or bus type. */
    final Optional<String> chosenName(ReportAddress asked, Dimension dimension) {
        var id = asked.chosen().get(dimension);
        return choices.getOrDefault(dimension, List.of()).stream()
                .filter(choice -> id != null && choice.id() == id)
                .map(choice -> choice.name(Formats.current().language()))
                .findFirst();
    }

    /** True if the person sees more than one company. */
    final boolean seesCompanies() {
        return scope.operator().isEmpty();
    }

    final void go(ReportAddress there) {
        getUI().ifPresent(ui -> ui.navigate(there.url()));
    }

    /** What is on the screen, as it is sorted there. */
    private ReportRequest request() {
        var asked = Objects.requireNonNull(address, "A report is taken away once it is shown");
        return new ReportRequest(kind, asked.filter(), scope, GroupTables.order(asked), language);
    }

    private void control(ReportAddress asked, List<String> misread) {
        if (filters == null) {
            filters = new ReportFilters(asked, choices);
        }
        filters.show(asked);
        controls.removeAll();
        if (!misread.isEmpty()) {
            controls.add(
                    new Banner(
                            Tone.WARN,
                            getTranslation("analytics.misread", String.join(", ", misread)),
                            " " + getTranslation("analytics.misread.instead")));
        }
        controls.add(filters, new ReportCrumbs(asked, choices));
    }

    private void renew() {
        load(this::readAnew);
    }

    /** Draws news at once, unless somebody is at work in the figures: then it only says so. */
    private void hearNews() {
        content.getElement()
                .executeJs("return this.matches(':focus-within')")
                .then(
                        Boolean.class,
                        isAtWork -> {
                            if (isAtWork) {
                                head.tellNews();
                            } else {
                                load();
                            }
                        });
    }

    private void load() {
        load(this::read);
    }

    private void load(BiFunction<ReportFilter, ReportScope, R> how) {
        var ui = UI.getCurrent();
        if (address == null || ui == null) {
            return;
        }
        var asked = address.on(desk.today());
        address = asked;
        var whose = scope;
        var number = ++reading;
        Thread.startVirtualThread(() -> {
            try {
                var report = how.apply(asked.filter(), whose);
                Background.show(ui, () -> arrive(number, report));
            } catch (RuntimeException thrown) {
                var reference = ErrorReference.next();
                LOG.error("Report not read reference={}", reference, thrown);
                Background.show(ui, () -> fail(number, reference));
            }
        });
    }

    private void arrive(int number, R report) {
        if (number == reading) {
            shown = report;
            draw(report);
        }
    }

    private void fail(int number, String reference) {
        if (number != reading) {
            return;
        }
        content.removeAll();
        var last = shown;
        content.add(
                new ReportFailure(
                        reference,
                        Optional.ofNullable(last).map(this::asOf),
                        this::renew,
                        () -> {
                            if (last != null) {
                                draw(last);
                            }
                        }));
    }

    private void draw(R report) {
        var asked = address;
        if (asked == null) {
            return;
        }
        head.asOf(asOf(report));
        content.removeAll();
        if (isEmpty(report)) {
            content.add(new NoSales(asked, this::chosenName));
        } else {
            content.add(parts(report, asked));
        }
    }
}
