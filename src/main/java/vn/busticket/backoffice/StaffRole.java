package vn.busticket.backoffice;

/** The roles of staff as views name them; a test keeps them equal to {@code accounts.Role}. */
final class StaffRole {

    static final String ADMINISTRATOR = "ADMINISTRATOR";
    static final String OPERATOR_STAFF = "OPERATOR_STAFF";

    private StaffRole() {}
}
