package vn.busticket.accounts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People take their data along and have them erased (Vietnam's law on the protection of personal
 * data, 91/2025/QH15, in force since 2026). Every room contributes what it keeps.
 */
@Service
@Transactional
public class Privacy {

    private final List<PersonalData> rooms;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Privacy(
            List<PersonalData> rooms,
            AccountRepository accounts,
            Passwords passwords,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All that is kept about a person, by room.
     *
     * @throws WrongPassword if the current password is another
     */
    public Map<String, List<Map<String, Object>>> export(AccountId id, String currentPassword) {
        var account = demanded(id, currentPassword);
        var person = new DataSubject(id, account.email());
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        rooms.forEach(room -> all.put(room.name(), room.of(person)));
        audit.record(id, "personal-data.exported", "account " + id.value(), null, Map.of());
        return all;
    }

    /**
     * Erases who a person is, everywhere and for good, and ends all sessions; tells {@link
     * AccountErased}. What was paid stays, without a name.
     *
     * @throws WrongPassword if the current password is another
     * @throws ErasureRefused while something is under way, and for staff
     */
    public void erase(AccountId id, String currentPassword) {
        var account = demanded(id, currentPassword);
        if (account.details().role() != Role.PASSENGER) {
            throw new ErasureRefused("privacy.refused.staff");
        }
        var person = new DataSubject(id, account.email());
        for (var room : rooms) {
            room.stillNeededFor(person)
                    .ifPresent(reason -> {
                        throw new ErasureRefused(reason);
                    });
        }
        rooms.forEach(room -> room.erase(person));
        account.forgetPerson(passwords.unknown());
        audit.record(id, "personal-data.erased", "account " + id.value(), null, Map.of());
        events.publishEvent(new AccountErased(id, person.email(), clock.instant()));
    }

    private Account demanded(AccountId id, String currentPassword) {
        var account = accounts.lock(id.value()).orElseThrow();
        passwords.demand(currentPassword, account);
        return account;
    }
}
