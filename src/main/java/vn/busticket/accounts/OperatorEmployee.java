package vn.busticket.accounts;

/**
 * Somebody who works for one coach company.
 *
 * @param email lower case
 */
public record OperatorEmployee(AccountId id, String fullName, String email, String operatorCode) {

    /**
     * @throws IllegalArgumentException for who works for no company
     */
    static OperatorEmployee of(AccountDetails person) {
        var operatorCode = person.operatorCode();
        if (operatorCode == null) {
            throw new IllegalArgumentException("Works for no company: " + person.id().value());
        }
        return new OperatorEmployee(person.id(), person.fullName(), person.email(), operatorCode);
    }
}
