package vn.busticket.testing;

import java.time.Instant;
import java.util.Locale;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AccountService;
import vn.busticket.accounts.Administrators;
import vn.busticket.accounts.Registration;
import vn.busticket.accounts.SecondFactors;
import vn.busticket.accounts.TotpSecret;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.OpaqueToken;
import vn.busticket.shared.PhoneNumber;

/** People who run BusTicket or work for a coach company, each with a mailbox of their own. */
public final class StaffPeople {

    /** What all of them sign in with. */
    public static final String PASSWORD = "chuyến xe đêm về quê";

    private final AccountService accounts;
    private final AccountQueries queries;
    private final Administrators administrators;
    private final SecondFactors factors;
    private final ProvedPeople proved;

    public StaffPeople(
            AccountService accounts,
            AccountQueries queries,
            Administrators administrators,
            SecondFactors factors,
            ProvedPeople proved) {
        this.accounts = accounts;
        this.queries = queries;
        this.administrators = administrators;
        this.factors = factors;
        this.proved = proved;
    }

    /** Somebody of this kind. */
    public record Person(AccountId id, EmailAddress email) {}

    /** Somebody who buys seats. */
    public Person passenger() {
        var email = newEmail();
        var phone = new PhoneNumber("+84901234567");
        return new Person(
                proved.register(
                        new Registration("Hành Khách Mẫu", email, phone, PASSWORD, Language.EN)),
                email);
    }

    /** Somebody of a coach company. */
    public Person operatorStaff(String operatorCode) {
        var email = newEmail();
        var id = accounts.appointOperatorStaff(email, PASSWORD, "Nhà Xe Mẫu", operatorCode);
        accounts.changeLanguage(id, Language.EN);
        return new Person(id, email);
    }

    /** An administrator who has not enrolled a phone. */
    public Person administrator() {
        if (queries.administrators().isEmpty()) {
            accounts.appointFirstAdministrator(newEmail(), PASSWORD);
        }
        var first = queries.administrators().getFirst().id();
        var person = passenger();
        administrators.appoint(first, person.email(), "kiểm thử");
        return person;
    }

    /** An administrator whose phone is enrolled, by the code of the half minute before. */
    public Person administrator(TotpSecret phone, Instant now) {
        var person = administrator();
        factors.enrol(queries.person(person.id()), phone, phone.codeAt(now.minusSeconds(30)));
        return person;
    }

    /** An address that nobody has yet. */
    public static EmailAddress newEmail() {
        var name = OpaqueToken.random().replaceAll("[^A-Za-z0-9]", "x");
        return new EmailAddress(name.toLowerCase(Locale.ROOT) + "@example.vn");
    }
}
