package vn.busticket.access;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import vn.busticket.access.Rule.Person;
import vn.busticket.accounts.TotpSecret;
import vn.busticket.testing.RawBrowser;
import vn.busticket.testing.StaffPeople;

/** One browser for each kind of person, signed in as far as that person is. */
final class Crowd {

    private static final String COMPANY = "SAO_DEM";
    private static final String OTHER_COMPANY = "OTHER";

    private final Map<Person, RawBrowser> browsers = new EnumMap<>(Person.class);

    /**
     * @param owner who booked
     */
    Crowd(String address, StaffPeople people, StaffPeople.Person owner, Instant now) {
        for (var person : Person.values()) {
            browsers.put(person, new RawBrowser(address, "en"));
        }
        var phone = TotpSecret.random();
        signIn(Person.OWNER, owner);
        signIn(Person.OTHER_PASSENGER, people.passenger());
        signIn(Person.COMPANY, people.operatorStaff(COMPANY));
        signIn(Person.OTHER_COMPANY, people.operatorStaff(OTHER_COMPANY));
        signIn(Person.HALFWAY_ADMINISTRATOR, people.administrator(phone, now));
        signIn(Person.ADMINISTRATOR, people.administrator(phone, now));
        var screen = as(Person.ADMINISTRATOR).open("/two-factor");
        screen.fill(screen.first("vaadin-text-field"), phone.codeAt(now));
        screen.click(screen.button("Confirm"));
    }

    RawBrowser as(Person person) {
        return java.util.Objects.requireNonNull(browsers.get(person));
    }

    private void signIn(Person as, StaffPeople.Person person) {
        as(as).get("/login");
        as(as).signIn(person.email().value(), StaffPeople.PASSWORD);
    }
}
