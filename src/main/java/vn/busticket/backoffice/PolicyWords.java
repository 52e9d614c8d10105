package vn.busticket.backoffice;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.busticket.tickets.PolicyWording;
import vn.busticket.trips.PolicyEntry;
import vn.busticket.trips.TicketPolicy;
import vn.busticket.ui.Formats;

/** Policies in words: for whom they are, and what the passenger reads. */
final class PolicyWords {

    private PolicyWords() {}

    /** For whom a policy is: {@code Seats VIP · Tết · from 5 seats}. */
    static String scope(PolicyEntry entry) {
        var language = Formats.current().language();
        var scope = entry.scope();
        return Stream.of(
                        scope.seatClass()
                                .map(only -> words("desk.policies.class", only))
                                .orElseGet(() -> words("desk.policies.class.all")),
                        entry.policy()
                                .occasion()
                                .map(day -> day.name(language))
                                .orElseGet(() -> words("desk.policies.holiday.none")),
                        group(scope.fromSeats()))
                .collect(Collectors.joining(" · "));
    }

    /** For how many seats it is: {@code from 5 seats}. */
    static String group(int fromSeats) {
        return fromSeats == 1
                ? words("desk.policies.everybody")
                : words("desk.policies.group", fromSeats);
    }

    /** The sentences that the passenger reads, in the language of the screen. */
    static UnorderedList read(TicketPolicy policy) {
        var list = new UnorderedList();
        list.addClassName("rules");
        PolicyWording.of(Formats.current().language())
                .beforeDeparture(policy)
                .forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
