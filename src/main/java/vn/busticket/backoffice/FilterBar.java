package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Sign;

/** What a list is narrowed to: a search and one of a few filters. */
final class FilterBar<E> extends Div {

    private final TextField search = new TextField();
    private final ChoiceField<Optional<E>> filter;

    /**
     * @param values what can be filtered by; all is always possible
     * @param words how a value reads
     */
    FilterBar(List<E> values, Function<E, String> words) {
        addClassName("desk-filters");
        search.setLabel(getTranslation("desk.search"));
        search.setPlaceholder(getTranslation("desk.search.hint"));
        search.setClearButtonVisible(true);
        search.setPrefixComponent(new Icon(Sign.SEARCH));
        var choices =
                Stream.concat(Stream.of(Optional.<E>empty()), values.stream().map(Optional::of))
                        .toList();
        filter =
                new ChoiceField<>(
                        getTranslation("desk.filter"),
                        choices,
                        value ->
                                value.map(words).orElseGet(() -> getTranslation("desk.filter.all")),
                        Optional.empty());
        filter.setVisible(!values.isEmpty());
        add(search, filter);
    }

    /** Says what can be typed, where that is not about money. */
    FilterBar<E> hinting(String hint) {
        search.setPlaceholder(hint);
        return this;
    }

    /** Is told what was typed. */
    FilterBar<E> onSearch(Consumer<String> listener) {
        search.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                listener.accept(changed.getValue());
            }
        });
        return this;
    }

    /** Is told what was picked; empty for all. */
    FilterBar<E> onFilter(Consumer<Optional<E>> listener) {
        filter.onChoice(listener);
        return this;
    }

    /** Shows what the address says. */
    void show(String typed, Optional<E> picked) {
        search.setValue(typed);
        filter.pick(picked);
    }
}
