package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.busticket.analytics.ChartData;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.GroupRow;
import vn.busticket.shared.Vnd;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/** The shares of bus types in the revenue: a ring, and the list that says the same. */
final class BusTypeRing {

    private static final int MOST_PARTS = 5;

    private final ReportAddress address;
    private final List<GroupRow> earning;
    private final Function<GroupRow, String> name;

    /**
     * @param name of a row in the reader's language
     */
    BusTypeRing(ReportAddress address, List<GroupRow> types, Function<GroupRow, String> name) {
        this.address = address;
        this.name = name;
        earning = types.stream().filter(type -> type.figures().revenue().isPositive()).toList();
    }

    Part draw(ChartRenderer renderer) {
        var part = new Part(I18NProvider.translate("analytics.by.BUS_TYPE"));
        if (earning.isEmpty()) {
            part.add(Markup.element("p", I18NProvider.translate("analytics.ring.none")));
            return part;
        }
        var chart = chart();
        var list = new UnorderedList();
        for (var number = 0; number < chart.parts().size(); number++) {
            list.add(entry(chart.parts().get(number), number));
        }
        part.add(Markup.div("report-ring", ChartFigure.ring(renderer, chart), list));
        return part;
    }

    /** At most five parts, the last of them for all others. */
    ChartData.Donut chart() {
        var whole = revenue(earning);
        var shown = earning.size() > MOST_PARTS ? MOST_PARTS - 1 : earning.size();
        var parts = new ArrayList<ChartData.Part>();
        for (var type : earning.subList(0, shown)) {
            parts.add(part(name.apply(type), type.figures().revenue(), whole));
        }
        if (shown < earning.size()) {
            parts.add(
                    part(
                            I18NProvider.translate(
                                    "analytics.others.BUS_TYPE", earning.size() - shown),
                            revenue(earning.subList(shown, earning.size())),
                            whole));
        }
        var first = parts.getFirst();
        return new ChartData.Donut(
                I18NProvider.translate("analytics.ring.summary", first.name(), first.share()),
                Formats.current().shortMoney(whole),
                I18NProvider.translate("analytics.ring.unit"),
                parts);
    }

    private ChartData.Part part(String type, Vnd revenue, Vnd whole) {
        return new ChartData.Part(
                type,
                revenue.dong(),
                Formats.current().money(revenue),
                Formats.current().percent((double) revenue.dong() / whole.dong()));
    }

    private ListItem entry(ChartData.Part part, int number) {
        var isOne = number < earning.size() && name.apply(earning.get(number)).equals(part.name());
        var words =
                isOne
                        ? new Anchor(
                                address.only(Dimension.BUS_TYPE, earning.get(number).id()).url(),
                                part.name())
                        : new Span(part.name());
        return new ListItem(
                Markup.span("swatch part-" + (number + 1), ""),
                new Div(words, Markup.element("small", part.text())),
                Markup.element("b", part.share()));
    }

    private static Vnd revenue(List<GroupRow> types) {
        return Vnd.sum(types.stream().map(type -> type.figures().revenue()).toList());
    }
}
