package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.busticket.trips.Occasion;
import vn.busticket.trips.Operator;
import vn.busticket.trips.PolicyScope;
import vn.busticket.trips.PolicyTerms;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Formats;

/** For what a new policy is, to pick. */
final class PolicyScopeFields extends Div {

    /** As many seats as are bought together. */
    private static final int MOST_SEATS = 6;

    private static final String ALL = "";

    private final Map<String, Occasion> holidays;
    private final ChoiceField<String> seatClass;
    private final ChoiceField<String> holiday;
    private final ChoiceField<Integer> fromSeats;

    PolicyScopeFields(PolicyWork desk) {
        holidays = desk.holidays();
        var language = Formats.current().language();
        seatClass =
                new ChoiceField<>(
                        getTranslation("desk.policies.class.label"),
                        Stream.concat(Stream.of(ALL), desk.seatClasses().stream()).toList(),
                        code -> code.isEmpty() ? getTranslation("desk.policies.class.all") : code,
                        ALL);
        holiday =
                new ChoiceField<>(
                        getTranslation("desk.policies.holiday"),
                        Stream.concat(Stream.of(ALL), holidays.keySet().stream()).toList(),
                        code ->
                                occasion(code)
                                        .map(day -> day.name(language))
                                        .orElseGet(
                                                () -> getTranslation("desk.policies.holiday.none")),
                        ALL);
        fromSeats =
                new ChoiceField<>(
                        getTranslation("desk.policies.from"),
                        IntStream.rangeClosed(1, MOST_SEATS).boxed().toList(),
                        PolicyWords::group,
                        1);
        addClassName("policy-fields");
        add(seatClass, holiday, fromSeats);
    }

    /** Is called after each pick. */
    void onChoice(Runnable listener) {
        seatClass.onChoice(picked -> listener.run());
        holiday.onChoice(picked -> listener.run());
        fromSeats.onChoice(picked -> listener.run());
    }

    PolicyScope of(Operator company) {
        return new PolicyScope(
                company.code(),
                Optional.of(seatClass.value()).filter(code -> !code.isEmpty()),
                Optional.of(holiday.value()).filter(code -> !code.isEmpty()),
                fromSeats.value());
    }

    /** The policy that passengers get under these terms. */
    TicketPolicy policy(PolicyTerms terms) {
        return terms.policy(occasion(holiday.value()), fromSeats.value());
    }

    private Optional<Occasion> occasion(String code) {
        return Optional.ofNullable(holidays.get(code));
    }
}
