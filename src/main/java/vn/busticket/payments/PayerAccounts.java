package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Payers' account numbers in the table of transfers: sealed when they are stored, opened for who
 * pays the money back. Rows from before the seal are read as they are.
 */
@Component
class PayerAccounts {

    private static final Logger log = LoggerFactory.getLogger(PayerAccounts.class);
    private static final String HIDDEN = "•••";
    private static final int SHOWN_DIGITS = 4;

    private final AccountSeal seal;
    private final Banks banks;

    PayerAccounts(AccountSeal seal, Banks banks) {
        this.seal = seal;
        this.banks = banks;
    }

    /** The number as it is stored. */
    @Nullable String sealed(GatewayTransaction transfer) {
        var number = transfer.payer().accountNumber();
        return number == null || number.isBlank()
                ? null
                : seal.seal(number, place(transfer.gateway(), transfer.reference()));
    }

    /** The number as staff see it, all but its end hidden; absent if the banks did not tell it. */
    @Nullable String masked(ResultSet row) throws SQLException {
        var stored = row.getString("payer_account_number");
        if (stored == null || stored.isBlank()) {
            return null;
        }
        try {
            var number = opened(stored, row.getString("gateway"), row.getString("reference"));
            var shown = Math.min(SHOWN_DIGITS, number.length() / 2);
            return HIDDEN + number.substring(number.length() - shown);
        } catch (IllegalStateException keyIsGone) {
            log.error("the key of a payer's account is not at hand");
            return HIDDEN;
        }
    }

    /** The number as it would be stored now. */
    String sealedAgain(ResultSet row) throws SQLException {
        var gateway = row.getString("gateway");
        var reference = row.getString("reference");
        var number = opened(row.getString("payer_account_number"), gateway, reference);
        return seal.seal(number, place(gateway, reference));
    }

    /** The account that a transfer came from, if the gateway told enough to pay it back there. */
    Optional<BankAccount> accountOf(ResultSet row) throws SQLException {
        var bin = row.getString("payer_bank_bin");
        var stored = row.getString("payer_account_number");
        var name = row.getString("payer_name");
        if (stored == null || stored.isBlank() || banks.name(bin).isEmpty()) {
            return Optional.empty();
        }
        var number = opened(stored, row.getString("gateway"), row.getString("reference"));
        try {
            return Optional.of(new BankAccount(bin, number, name == null ? "" : name));
        } catch (AccountRefused unusable) {
            return Optional.empty();
        }
    }

    private String opened(String stored, String gateway, String reference) {
        return AccountSeal.isSealed(stored) ? seal.open(stored, place(gateway, reference)) : stored;
    }

    private static String place(String gateway, String reference) {
        return "payer " + gateway + " " + reference;
    }
}
