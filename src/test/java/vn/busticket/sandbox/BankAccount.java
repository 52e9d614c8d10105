package vn.busticket.sandbox;

/** The merchant's account that the money goes to. */
public record BankAccount(String bin, String accountNumber, String accountName, String shortName) {

    /** An account that does not exist, at a bank that does. */
    public static final BankAccount FAKE =
            new BankAccount("970422", "0000123456789", "CONG TY BUSTICKET", "BUSTICKET");
}
