package vn.busticket.accounts;

import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.shared.PhoneNumber;

/**
 * What somebody gives to get an account.
 *
 * @param password as typed; never logged
 */
public record Registration(
        String fullName,
        EmailAddress email,
        PhoneNumber phone,
        String password,
        Language language) {

    public Registration {
        if (fullName.isBlank() || fullName.length() > 100) {
            throw new IllegalArgumentException("Not a name: " + fullName.length() + " characters");
        }
        fullName = fullName.strip();
    }

    @Override
    public String toString() {
        return "Registration[]";
    }
}
