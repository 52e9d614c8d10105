package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import vn.busticket.analytics.ChartData;
import vn.busticket.analytics.LeadTime;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** How many days before the departure people pay. */
final class LeadTimePart {

    private static final String VIEW = "lead.view";

    private final List<LeadTime> steps;
    private final Formats formats = Formats.current();
    private final long all;

    LeadTimePart(List<LeadTime> steps) {
        this.steps = steps;
        all = steps.stream().mapToLong(LeadTime::bookings).sum();
    }

    Part draw(ChartRenderer renderer, ReportAddress address) {
        var heading = text("analytics.lead");
        var part = new Part(heading).leadingTo(new ViewSwitch(address, VIEW, heading));
        part.add(
                ViewSwitch.isTable(address, VIEW)
                        ? table()
                        : ChartFigure.columns(
                                renderer,
                                chart(),
                                text(
                                        "analytics.chart.spoken",
                                        heading,
                                        text("analytics.lead.all", formats.number(all))),
                                text("analytics.lead.step"),
                                ChartFigure.NOWHERE));
        var axes = Markup.element("p", text("analytics.lead.axes"));
        axes.addClassName("muted");
        part.add(axes);
        return part;
    }

    ChartData.OverTime chart() {
        return new ChartData.OverTime(summary(), "", steps.stream().map(this::step).toList());
    }

    /** How many decide late, and until when half of them had. */
    String summary() {
        if (all == 0) {
            return text("analytics.lead.none");
        }
        var late =
                steps.stream()
                        .filter(step -> step.fromDays() <= 1)
                        .mapToLong(LeadTime::bookings)
                        .sum();
        var half = 0L;
        var until = steps.getLast();
        for (var step : steps) {
            half += step.bookings();
            if (2 * half >= all) {
                until = step;
                break;
            }
        }
        var days = until.toDays() == Integer.MAX_VALUE ? until.fromDays() : until.toDays();
        return text(
                "analytics.lead.summary",
                formats.percent((double) late / all),
                Integer.toString(days));
    }

    private ChartData.Step step(LeadTime step) {
        var share = formats.percent(Shares.of(step.bookings(), all).orElse(0.0));
        return new ChartData.Step(
                label(step),
                title(step),
                step.bookings(),
                text("analytics.lead.value", formats.number(step.bookings()), share),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    private Component table() {
        var table =
                new Figures(
                        text("analytics.lead"),
                        List.of(text("analytics.lead.step")),
                        List.of(text("analytics.column.bookings"), text("analytics.share")));
        for (var step : steps) {
            table.row(
                    new Span(title(step)),
                    FiguresTable.number(step.bookings()),
                    FiguresTable.share(Shares.of(step.bookings(), all)));
        }
        return table.sum(new Span(text("analytics.total")), FiguresTable.number(all), new Span(""));
    }

    private static String label(LeadTime step) {
        if (step.toDays() == Integer.MAX_VALUE) {
            return step.fromDays() + "+";
        }
        return step.fromDays() == step.toDays()
                ? Integer.toString(step.fromDays())
                : step.fromDays() + "–" + step.toDays();
    }

    private static String title(LeadTime step) {
        return step.toDays() == 0
                ? text("analytics.lead.sameDay")
                : text("analytics.lead.days", label(step));
    }

    private static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
