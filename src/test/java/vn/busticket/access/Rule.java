package vn.busticket.access;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** For whom a screen is. */
enum Rule {
    /** Also for strangers. */
    EVERYBODY,
    /** For whoever signed in. */
    SIGNED_IN,
    /** For people of coach companies. */
    OPERATOR_STAFF,
    /** For people of coach companies and administrators. */
    STAFF,
    /** For administrators. */
    ADMINISTRATORS;

    /** What a screen says of itself; empty unless it says exactly one thing that is known here. */
    static Optional<Rule> of(Class<?> view) {
        var roles = view.getAnnotation(RolesAllowed.class);
        var said =
                List.of(
                        view.isAnnotationPresent(AnonymousAllowed.class),
                        view.isAnnotationPresent(PermitAll.class),
                        roles != null);
        if (said.stream().filter(one -> one).count() != 1) {
            return Optional.empty();
        }
        if (roles == null) {
            return Optional.of(said.getFirst() ? EVERYBODY : SIGNED_IN);
        }
        return switch (String.join(" ", List.of(roles.value()).stream().sorted().toList())) {
            case "ADMINISTRATOR" -> Optional.of(ADMINISTRATORS);
            case "OPERATOR_STAFF" -> Optional.of(OPERATOR_STAFF);
            case "ADMINISTRATOR OPERATOR_STAFF" -> Optional.of(STAFF);
            default -> Optional.empty();
        };
    }

    /** What a person gets who asks for such a screen. */
    Answer to(Person person) {
        return switch (this) {
            case EVERYBODY -> Answer.SHOWN;
            case SIGNED_IN -> signedIn(person, true);
            case OPERATOR_STAFF -> signedIn(person, person.isOfOperator());
            case STAFF -> signedIn(person, person.isOfOperator() || person == Person.ADMINISTRATOR);
            case ADMINISTRATORS -> signedIn(person, person == Person.ADMINISTRATOR);
        };
    }

    private static Answer signedIn(Person person, boolean mayOpen) {
        return switch (person) {
            case STRANGER -> Answer.SIGN_IN;
            case HALFWAY_ADMINISTRATOR -> Answer.SECOND_FACTOR;
            case OWNER, OTHER_PASSENGER, OTHER_COMPANY, COMPANY, ADMINISTRATOR ->
                    mayOpen ? Answer.SHOWN : Answer.REFUSED;
        };
    }

    /** Where a person who asks for a screen ends. */
    enum Answer {
        /** On the screen. */
        SHOWN,
        /** On the page to sign in. */
        SIGN_IN,
        /** On the page for the second factor. */
        SECOND_FACTOR,
        /** Told that it is for others. */
        REFUSED
    }

    /** Who asks. */
    enum Person {
        /** Not signed in. */
        STRANGER,
        /** The passenger whose booking is looked at. */
        OWNER,
        /** Another passenger. */
        OTHER_PASSENGER,
        /** Somebody of another coach company than the one that runs the trip. */
        OTHER_COMPANY,
        /** Somebody of the coach company that runs the trip. */
        COMPANY,
        /** An administrator who proved the password only. */
        HALFWAY_ADMINISTRATOR,
        /** An administrator. */
        ADMINISTRATOR;

        boolean isOfOperator() {
            return this == COMPANY || this == OTHER_COMPANY;
        }
    }
}
