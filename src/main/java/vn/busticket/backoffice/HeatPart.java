package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** When in the week people buy: a table whose cells are the darker the more is bought. */
final class HeatPart {

    private static final int STEPS = 6;
    private static final int HOURS = 24;
    private static final int EVENING_FROM = 19;
    private static final int EVENING_TO = 22;
    private static final double FEW = 10;

    private final List<List<Double>> hours;
    private final Formats formats = Formats.current();
    private final double highest;

    /**
     * @param hours average bookings, {@code [weekday, Monday = 0][hour]}
     */
    HeatPart(List<List<Double>> hours) {
        this.hours = hours;
        highest = hours.stream().flatMap(List::stream).mapToDouble(one -> one).max().orElse(0);
    }

    Part draw() {
        var part = new Part(text("analytics.heat"));
        part.with(Markup.span("muted", text("analytics.heat.unit")));
        part.leadingTo(scale());
        var sentence = new Paragraph(summary());
        sentence.addClassName("chart-summary");
        part.add(sentence, table());
        return part;
    }

    /** The busiest hour, the share of the evenings, and the quietest time. */
    String summary() {
        if (highest == 0) {
            return text("analytics.heat.none");
        }
        var all = 0.0;
        var evening = 0.0;
        var busiest = new int[2];
        for (var day = 0; day < hours.size(); day++) {
            for (var hour = 0; hour < HOURS; hour++) {
                var number = at(day, hour);
                all += number;
                if (hour >= EVENING_FROM && hour < EVENING_TO) {
                    evening += number;
                }
                if (number > at(busiest[0], busiest[1])) {
                    busiest = new int[] {day, hour};
                }
            }
        }
        var quiet = quietest();
        return text(
                "analytics.heat.summary",
                DayOfWeek.of(busiest[0] + 1)
                        .getDisplayName(TextStyle.FULL, formats.language().locale()),
                time(busiest[1]),
                time(busiest[1] + 1),
                formats.percent(evening / all),
                time(quiet),
                time(quiet + 3));
    }

    /** The three hours in a row in which least is bought. */
    private int quietest() {
        var best = 0;
        var least = Double.MAX_VALUE;
        for (var from = 0; from + 3 <= HOURS; from++) {
            var sum = 0.0;
            for (var hour = from; hour < from + 3; hour++) {
                for (var day = 0; day < hours.size(); day++) {
                    sum += at(day, hour);
                }
            }
            if (sum < least) {
                least = sum;
                best = from;
            }
        }
        return best;
    }

    private Component table() {
        var heads = Markup.element("tr", head("col", Markup.spoken(text("analytics.heat.day"))));
        for (var hour = 0; hour < HOURS; hour++) {
            heads.add(head("col", new Span("%02d".formatted(hour))));
        }
        var body = Markup.element("tbody");
        for (var day = 0; day < hours.size(); day++) {
            var name =
                    DayOfWeek.of(day + 1)
                            .getDisplayName(TextStyle.SHORT, formats.language().locale());
            var row = Markup.element("tr", head("row", new Span(name)));
            for (var hour = 0; hour < HOURS; hour++) {
                row.add(cell(at(day, hour)));
            }
            body.add(row);
        }
        var table = Markup.element("table", Markup.element("thead", heads), body);
        table.addClassName("heat");
        var frame = Markup.div("desk-scroll", table);
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "group");
        frame.getElement().setAttribute("aria-label", text("analytics.heat"));
        return frame;
    }

    private HtmlContainer cell(double number) {
        var cell = Markup.element("td", number(number));
        cell.addClassName("heat-" + step(number));
        if (number == highest && highest > 0) {
            cell.addClassName("highest");
        }
        return cell;
    }

    private int step(double number) {
        return highest == 0
                ? 0
                : Math.min(STEPS - 1, (int) Math.ceil(number / highest * (STEPS - 1)));
    }

    private String number(double number) {
        return formats.decimal(number, highest < FEW ? 1 : 0);
    }

    private Component scale() {
        var scale = Markup.span("heat-scale", "");
        scale.add(new Span("0"));
        for (var step = 0; step < STEPS; step++) {
            scale.add(Markup.span("heat-" + step, ""));
        }
        scale.add(new Span(number(highest)));
        scale.getElement().setAttribute("aria-hidden", "true");
        return scale;
    }

    private double at(int day, int hour) {
        return hours.get(day).get(hour);
    }

    private static HtmlContainer head(String scope, Component words) {
        var head = Markup.element("th", words);
        head.getElement().setAttribute("scope", scope);
        return head;
    }

    private static String time(int hour) {
        return "%02d:00".formatted(hour);
    }

    private static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
