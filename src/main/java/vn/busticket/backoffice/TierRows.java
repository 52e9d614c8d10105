package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.CancellationTier;
import vn.busticket.trips.PolicyTerms;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** The tiers of cancelling, a row for each, to write down. */
final class TierRows extends Div {

    private static final int ALL = 100;

    private final Runnable changed;
    private final Div list = Markup.div("desk-stack");
    private final List<Row> rows = new ArrayList<>();
    private final ActionButton more =
            new ActionButton(Look.PLAIN, getTranslation("desk.policies.tier.add"), this::addOne);

    /**
     * @param changed is called after each change
     */
    TierRows(List<CancellationTier> tiers, Runnable changed) {
        this.changed = changed;
        addClassName("desk-stack");
        add(
                new H3(getTranslation("desk.policies.cancelling")),
                new Paragraph(getTranslation("desk.policies.cancelling.what")),
                list,
                more);
        tiers.forEach(this::add);
    }

    /** What is written down; ask only if it is complete. */
    List<CancellationTier> tiers() {
        return rows.stream().map(Row::tier).toList();
    }

    /** True if every field holds a value that makes sense; marks those that do not. */
    boolean isComplete() {
        return rows.stream().filter(row -> !row.isComplete()).count() == 0;
    }

    private void addOne() {
        add(new CancellationTier(Duration.ZERO, 0, Vnd.ZERO));
        rows.getLast().hours.focus();
        changed.run();
    }

    private void add(CancellationTier tier) {
        var row = new Row(tier);
        rows.add(row);
        list.add(row);
        more.setVisible(rows.size() < PolicyTerms.MOST_TIERS);
    }

    private void remove(Row row) {
        rows.remove(row);
        list.remove(row);
        more.setVisible(true);
        changed.run();
    }

    private final class Row extends Div {

        private final NumberEntry hours;
        private final NumberEntry percent;
        private final NumberEntry fee;

        private Row(CancellationTier tier) {
            hours = NumberEntry.hours("desk.policies.tier.until", tier.until());
            percent = NumberEntry.whole("desk.policies.tier.percent", tier.feePercent(), ALL);
            fee = NumberEntry.dong("desk.policies.tier.fee", tier.fee());
            fields().forEach(field -> field.addValueChangeListener(typed -> changed.run()));
            addClassName("policy-fields");
            add(
                    hours,
                    percent,
                    fee,
                    new ActionButton(
                            Look.PLAIN,
                            getTranslation("desk.policies.tier.remove"),
                            () -> TierRows.this.remove(this)));
        }

        private Stream<NumberEntry> fields() {
            return Stream.of(hours, percent, fee);
        }

        private boolean isComplete() {
            return fields().filter(field -> !field.isRight()).count() == 0;
        }

        private CancellationTier tier() {
            return new CancellationTier(hours.time(), percent.whole(), fee.dong());
        }
    }
}
