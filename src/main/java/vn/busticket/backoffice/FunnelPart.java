package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.busticket.analytics.Device;
import vn.busticket.analytics.FunnelCount;
import vn.busticket.analytics.FunnelStep;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/**
 * From a search to a paid booking: a bar for each step, linear from 0, and between two of them how
 * many went on. Chart and table are one: the numbers stand beside the bars.
 */
final class FunnelPart {

    private static final double HUNDRED = 100;

    private final List<FunnelCount> steps;
    private final Formats formats = Formats.current();

    FunnelPart(List<FunnelCount> steps) {
        this.steps = steps;
    }

    Part draw() {
        var part = new Part(text("analytics.funnel"));
        if (compares()) {
            part.with(
                    Markup.div(
                            "report-legend",
                            new Span(
                                    Markup.span("swatch tick", ""),
                                    new Span(text("analytics.legend.tick")))));
        }
        var sentence = new Paragraph(summary());
        sentence.addClassName("chart-summary");
        var list = new OrderedList();
        list.addClassName("funnel");
        for (var number = 0; number < steps.size(); number++) {
            list.add(step(number));
        }
        part.add(sentence, list, devices());
        return part;
    }

    /** How many of a hundred searches were paid, and where most are lost. */
    String summary() {
        var searched = steps.getFirst().count();
        if (searched == 0) {
            return text("analytics.funnel.none");
        }
        var paid = formats.decimal(HUNDRED * steps.getLast().count() / searched, 1);
        var first = text("analytics.funnel.paid", paid);
        return worst().map(step ->
                        first
                                + " "
                                + text(
                                        "analytics.funnel.worst",
                                        name(steps.get(step - 1)),
                                        name(steps.get(step))))
                .orElse(first);
    }

    private Optional<Integer> worst() {
        var worst = Optional.<Integer>empty();
        var least = 1.0;
        for (var number = 1; number < steps.size(); number++) {
            var share = on(number).orElse(1.0);
            if (share < least) {
                least = share;
                worst = Optional.of(number);
            }
        }
        return worst;
    }

    private ListItem step(int number) {
        var step = steps.get(number);
        var longest = steps.stream().mapToDouble(FunnelPart::longest).max().orElse(0);
        var bar = new ReportBar(step.count(), step.compared().map(Long::doubleValue), longest);
        var count = Markup.div("funnel-count", Markup.element("b", formats.number(step.count())));
        Change.of(step.count(), step.compared())
                .ifPresent(change ->
                        count.add(new Span(" "), new ChangeMark(change, ChangeMark.Rise.GOOD)));
        var item =
                new ListItem(
                        new Span(name(step)),
                        step.step() == FunnelStep.PAID ? bar.done() : bar,
                        count);
        if (number > 0) {
            item.addComponentAsFirst(between(number));
        }
        return item;
    }

    private Component between(int number) {
        var lost = Math.max(0, steps.get(number - 1).count() - steps.get(number).count());
        var words =
                Markup.div(
                        "funnel-between",
                        new Span(
                                text(
                                        "analytics.funnel.on",
                                        on(number).map(formats::percent).orElse(Cells.NOTHING),
                                        formats.number(lost))));
        Change.ofShares(on(number), onBefore(number))
                .ifPresent(change ->
                        words.add(new Span(" "), new ChangeMark(change, ChangeMark.Rise.GOOD)));
        return words;
    }

    private Component devices() {
        var table =
                new Figures(
                        text("analytics.funnel.devices"),
                        List.of(text("analytics.device")),
                        steps.stream().map(FunnelPart::name).toList());
        for (var device : Device.values()) {
            if (steps.stream().anyMatch(step -> count(step, device) > 0)) {
                var cells = new ArrayList<Component>();
                cells.add(new Span(text("analytics.device." + device)));
                steps.forEach(step -> cells.add(new Span(formats.number(count(step, device)))));
                table.row(cells.toArray(Component[]::new));
            }
        }
        var details = Markup.element("details");
        details.addClassName("report-details");
        details.add(Markup.element("summary", text("analytics.funnel.devices")), table);
        return new Div(details);
    }

    private boolean compares() {
        return steps.stream().anyMatch(step -> step.compared().isPresent());
    }

    private Optional<Double> on(int number) {
        return Shares.of(steps.get(number).count(), steps.get(number - 1).count());
    }

    private Optional<Double> onBefore(int number) {
        return steps.get(number)
                .compared()
                .flatMap(count ->
                        steps.get(number - 1)
                                .compared()
                                .flatMap(before -> Shares.of(count, before)));
    }

    private static double longest(FunnelCount step) {
        return Math.max(step.count(), step.compared().orElse(0L));
    }

    private static long count(FunnelCount step, Device device) {
        return step.byDevice().getOrDefault(device, 0L);
    }

    private static String name(FunnelCount step) {
        return text("analytics.step." + step.step());
    }

    private static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
