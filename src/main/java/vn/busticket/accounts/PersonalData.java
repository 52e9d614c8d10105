package vn.busticket.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one room keeps about the people of accounts: each room that keeps any tells it to its person
 * and lets it be erased. Called within a transaction.
 */
public interface PersonalData {

    /** Its name among the others, for example {@code bookings}. */
    String name();

    /**
     * All that the room keeps about a person, in the order of its screens.
     *
     * @return rows of values by their names: texts, numbers, instants, true or false
     */
    List<Map<String, Object>> of(DataSubject person);

    /** Why the data are still needed; a message key, empty if they may go. */
    Optional<String> stillNeededFor(DataSubject person);

    /** Forgets who the person is; amounts and what follows from them stay. May be repeated. */
    void erase(DataSubject person);
}
