package vn.busticket.demo;

import vn.busticket.accounts.TotpSecret;

/** Who can sign in to the demo. */
enum DemoPeople {
    /** Buys seats. */
    PASSENGER("khach@busticket.example", "Nguyễn Thị Mẫu"),
    /** Works for the operator Sao Đêm. */
    OPERATOR_STAFF("nhaxe@busticket.example", "Trần Văn Mẫu"),
    /** Sees everything. */
    ADMINISTRATOR("admin@busticket.example", "Lê Quản Trị"),
    /** The second administrator, without whom no large refund is agreed. */
    ACCOUNTANT("ketoan@busticket.example", "Phạm Kế Toán");

    /** What the phones of the demo's administrators know. */
    static final TotpSecret SECRET = new TotpSecret("DEMODEMODEMODEMODEMODEMODEMODEMO");

    private final String email;
    private final String fullName;

    DemoPeople(String email, String fullName) {
        this.email = email;
        this.fullName = fullName;
    }

    String email() {
        return email;
    }

    String fullName() {
        return fullName;
    }

    String password() {
        return "chuyen-xe-dem-2026";
    }
}
