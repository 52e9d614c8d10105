package vn.busticket.storefront;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Language;
import vn.busticket.trips.Place;
import vn.busticket.trips.Places;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.DayPicker;
import vn.busticket.ui.Icon;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;
import vn.busticket.ui.Sign;

/**
 * From where, to where, when, how many. Places are found however they are typed; what is wrong is
 * told beside its field, and nothing typed is lost.
 */
final class SearchForm extends Div {

    private static final String REMEMBERED = "busticket.search";

    private final Places places;
    private final SearchReader reader;
    private final SaleDays saleDays;
    private final PlaceField from;
    private final PlaceField to;
    private final DayPicker day;
    private final ChoiceField<Integer> passengers;

    SearchForm(Places places, SearchReader reader, SaleDays saleDays) {
        this.places = places;
        this.reader = reader;
        this.saleDays = saleDays;
        from = new PlaceField("search.from", Sign.RING);
        to = new PlaceField("search.to", Sign.PIN);
        day = new DayPicker(getTranslation("search.date"));
        day.setPrefixComponent(new Icon(Sign.CALENDAR));
        day.setMin(saleDays.first());
        day.setMax(saleDays.last());
        day.setValue(saleDays.first());
        passengers =
                new ChoiceField<>(
                        getTranslation("search.passengers"),
                        IntStream.rangeClosed(1, SearchAddress.MAX_PASSENGERS).boxed().toList(),
                        count -> getTranslation("search.passengerOption", count),
                        1);
        addClassName("search");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", getTranslation("search.name"));
        add(
                Markup.div("places", from, swap(), to),
                Markup.div("pair", day, passengers),
                new ActionButton(Look.PRIMARY, getTranslation("search.go"), this::search)
                        .busy(getTranslation("search.going")));
    }

    /** Fills the fields with what is known of a search, without a word about what is not. */
    void fill(ReadSearch search) {
        search.from().ifPresent(from::setValue);
        search.to().ifPresent(to::setValue);
        day.setValue(search.day().isAfter(saleDays.last()) ? saleDays.last() : search.day());
        passengers.pick(search.passengers());
    }

    /** Tells beside the places what is wrong with them. */
    void explain(ReadSearch search) {
        if (search.problems().contains(SearchProblem.SAME_PLACE)) {
            to.refuse("search.problem.SAME_PLACE");
        }
        if (search.from().isEmpty()) {
            from.keep(search.fromWritten());
        }
        if (search.to().isEmpty()) {
            to.keep(search.toWritten());
        }
    }

    /** Fills empty fields with the last search of this browser. */
    void recall() {
        WebStorage.getItem(
                REMEMBERED,
                kept -> {
                    if (kept != null && from.isEmpty() && to.isEmpty()) {
                        fill(reader.read(QueryParameters.fromString(kept).getParameters()));
                    }
                });
    }

    private NativeButton swap() {
        var swap = new NativeButton();
        swap.add(new Icon(Sign.SWAP));
        swap.addClassName("swap");
        swap.getElement().setAttribute("type", "button");
        swap.setAriaLabel(getTranslation("search.swap"));
        swap.addClickListener(click -> {
            var start = from.getValue();
            from.setValue(to.getValue());
            to.setValue(start);
            from.accept();
            to.accept();
        });
        return swap;
    }

    private void search() {
        var start = from.checked();
        var end = to.checked();
        if (start.isPresent() && start.equals(end)) {
            to.refuse("search.problem.SAME_PLACE");
            end = Optional.empty();
        }
        var when = checkedDay();
        if (start.isPresent() && end.isPresent() && when.isPresent()) {
            var address =
                    SearchAddress.of(
                            start.get().code(), end.get().code(), when.get(), passengers.value());
            WebStorage.setItem(REMEMBERED, address.parameters().getQueryString());
            UI.getCurrent().navigate("trips", address.parameters());
            return;
        }
        leadToFirst(start.isEmpty(), end.isEmpty());
    }

    /** The day gets no focus: on a small screen its calendar would cover what is wrong. */
    private void leadToFirst(boolean startWrong, boolean endWrong) {
        if (startWrong) {
            from.focus();
        } else if (endWrong) {
            to.focus();
        } else {
            day.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        }
    }

    private Optional<LocalDate> checkedDay() {
        var picked = Optional.ofNullable(day.getValue());
        if (picked.isEmpty() && !day.isInvalid()) {
            day.setErrorMessage(getTranslation("ui.day.missing"));
            day.setInvalid(true);
        }
        return picked.filter(value ->
                !value.isBefore(saleDays.first())
                        && !value.isAfter(saleDays.last())
                        && !day.isInvalid());
    }

    /** A place, typed or picked. */
    private final class PlaceField extends ComboBox<Place> {

        private @Nullable String unknown;

        PlaceField(String key, Sign sign) {
            super(SearchForm.this.getTranslation(key));
            var language = Language.of(UI.getCurrent().getLocale());
            setManualValidation(true);
            setPrefixComponent(new Icon(sign));
            setItemLabelGenerator(place -> place.name(language));
            setItems(query -> {
                var end = query.getOffset() + query.getLimit();
                return places.suggest(query.getFilter().orElse(""), end).stream()
                        .skip(query.getOffset());
            });
            setAllowCustomValue(true);
            addCustomValueSetListener(typed -> understand(typed.getDetail()));
            addValueChangeListener(change -> {
                if (change.getValue() != null) {
                    accept();
                }
            });
            getElement().setAttribute("autocomplete", "off");
        }

        private void understand(String typed) {
            var found = reader.place(typed).or(() -> places.suggest(typed, 1).stream().findFirst());
            if (found.isPresent() && !typed.isBlank()) {
                setValue(found.get());
                accept();
            } else {
                keep(typed);
            }
        }

        /** Shows what was typed although no place is called so. */
        void keep(String typed) {
            if (typed.isBlank()) {
                return;
            }
            setValue(null);
            unknown = typed;
            getElement().executeJs("setTimeout(() => this.inputElement.value = $0)", typed);
            setErrorMessage(SearchForm.this.getTranslation("search.problem.placeUnknown", typed));
            setInvalid(true);
        }

        void refuse(String key) {
            setErrorMessage(SearchForm.this.getTranslation(key));
            setInvalid(true);
        }

        void accept() {
            unknown = null;
            setInvalid(false);
        }

        Optional<Place> checked() {
            var picked = getOptionalValue();
            if (picked.isPresent()) {
                accept();
            } else if (unknown == null) {
                refuse(this == from ? "search.problem.FROM_MISSING" : "search.problem.TO_MISSING");
            }
            return picked;
        }
    }
}
