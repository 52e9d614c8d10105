package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.busticket.analytics.Comparison;
import vn.busticket.analytics.Dimension;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.ReportChoice;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.DayPicker;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Markup;

/**
 * What a report is about: range, steps, comparison, and whose sales. Everything that is picked
 * leads to another address; the controls stay, and with them the focus.
 */
final class ReportFilters extends Div {

    private final Map<ReportPreset, Anchor> presets = new EnumMap<>(ReportPreset.class);
    private final DayPicker from;
    private final DayPicker to;
    private final ChoiceField<Grain> grain;
    private final ChoiceField<Comparison> comparison;
    private final Map<Dimension, ChoiceField<Optional<ReportChoice>>> narrowing =
            new EnumMap<>(Dimension.class);
    private final Map<Dimension, List<ReportChoice>> choices;
    private ReportAddress address;

    /**
     * @param address what is shown first
     * @param choices what each kind can be narrowed to; a kind with fewer than two has no control
     */
    ReportFilters(ReportAddress address, Map<Dimension, List<ReportChoice>> choices) {
        this.address = address;
        this.choices = choices;
        addClassNames("desk-filters", "report-filters");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("analytics.filters"));
        from = day("analytics.from");
        to = day("analytics.to");
        grain =
                new ChoiceField<>(
                                getTranslation("analytics.period"),
                                List.of(Grain.values()),
                                one -> getTranslation("analytics.grain." + one),
                                address.grain())
                        .onChoice(picked -> go(this.address.inStepsOf(picked)));
        comparison =
                new ChoiceField<>(
                                getTranslation("analytics.compare"),
                                List.of(
                                        Comparison.PREVIOUS_PERIOD,
                                        Comparison.LAST_YEAR,
                                        Comparison.LAST_YEAR_BY_TET,
                                        Comparison.NONE),
                                one -> getTranslation("analytics.comparison." + one),
                                address.comparison())
                        .onChoice(picked -> go(this.address.comparedWith(picked)));
        add(presets(), from, to, grain, comparison);
        choices.forEach((dimension, known) -> {
            if (known.size() > 1) {
                var field = narrowing(dimension, known);
                narrowing.put(dimension, field);
                add(field);
            }
        });
        show(address);
    }

    /** Shows what another address says. */
    void show(ReportAddress asked) {
        address = asked;
        presets.forEach((preset, link) -> {
            link.setHref(asked.over(ReportSpan.of(preset, asked.span().period().to())).url());
            var isCurrent = asked.span().preset().filter(preset::equals).isPresent();
            if (isCurrent) {
                link.getElement().setAttribute("aria-current", "true");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        from.setValue(asked.span().period().from());
        to.setValue(asked.span().period().to());
        grain.pick(asked.grain());
        comparison.pick(asked.comparison());
        narrowing.forEach((dimension, field) -> field.pick(chosen(dimension)));
    }

    private Component presets() {
        var row = new Nav();
        row.addClassName("desk-segments");
        row.setAriaLabel(getTranslation("analytics.range"));
        for (var preset : ReportPreset.values()) {
            var link = new Anchor("", getTranslation("analytics.range." + preset));
            presets.put(preset, link);
            row.add(link);
        }
        return Markup.div("field", Markup.span("label", getTranslation("analytics.range")), row);
    }

    private DayPicker day(String key) {
        var picker = new DayPicker(getTranslation(key));
        picker.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                pickDays();
            }
        });
        return picker;
    }

    private void pickDays() {
        var first = from.getValue();
        var last = to.getValue();
        if (first == null || last == null) {
            return;
        }
        var isTurned = last.isBefore(first);
        go(address.over(ReportSpan.of(isTurned ? last : first, isTurned ? first : last)));
    }

    private ChoiceField<Optional<ReportChoice>> narrowing(
            Dimension dimension, List<ReportChoice> known) {
        var language = Formats.current().language();
        var all = getTranslation("analytics.all." + dimension, known.size());
        return new ChoiceField<>(
                        getTranslation("analytics.dimension." + dimension),
                        Stream.concat(
                                        Stream.of(Optional.<ReportChoice>empty()),
                                        known.stream().map(Optional::of))
                                .toList(),
                        one -> one.map(choice -> choice.name(language)).orElse(all),
                        chosen(dimension))
                .onChoice(picked ->
                        go(
                                picked.map(choice -> address.only(dimension, choice.id()))
                                        .orElseGet(() -> address.without(dimension))));
    }

    private Optional<ReportChoice> chosen(Dimension dimension) {
        var id = address.chosen().get(dimension);
        return choices.getOrDefault(dimension, List.of()).stream()
                .filter(choice -> id != null && choice.id() == id)
                .findFirst();
    }

    private static void go(ReportAddress there) {
        UI.getCurrent().navigate(there.url());
    }
}
