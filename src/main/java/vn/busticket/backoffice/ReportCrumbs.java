package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.ReportChoice;
import vn.busticket.ui.Formats;

/** The way from all sales down to what is shown, each step of it a way back. */
final class ReportCrumbs extends Nav {

    private final List<Component> steps = new ArrayList<>();

    ReportCrumbs(ReportAddress address, Map<Dimension, List<ReportChoice>> choices) {
        addClassName("report-crumbs");
        setAriaLabel(getTranslation("analytics.crumbs"));
        for (var number = 0; number < address.wider().size(); number++) {
            var range = address.wider().get(number);
            way(ReportSteps.range(range.period()), address.backTo(number).url());
        }
        if (!address.chosen().isEmpty()) {
            way(getTranslation("analytics.crumbs.all"), address.ofAll().url());
        }
        if (!address.wider().isEmpty()) {
            here(ReportSteps.range(address.span().period()));
        }
        var language = Formats.current().language();
        for (var dimension : Dimension.values()) {
            var id = address.chosen().get(dimension);
            choices.getOrDefault(dimension, List.of()).stream()
                    .filter(choice -> id != null && choice.id() == id)
                    .map(choice -> choice.name(language))
                    .forEach(name ->
                            here(getTranslation("analytics.dimension." + dimension) + ": " + name));
        }
        var list = new OrderedList();
        steps.forEach(step -> list.add(new ListItem(step)));
        add(list);
        setVisible(!steps.isEmpty());
    }

    private void way(String words, String address) {
        steps.add(new Anchor(address, words));
    }

    private void here(String words) {
        var here = new Span(words);
        here.getElement().setAttribute("aria-current", "page");
        steps.add(here);
    }
}
