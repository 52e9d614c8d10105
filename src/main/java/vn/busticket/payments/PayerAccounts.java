package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.DataSeal;

/**
 * Payers' names and account numbers in the table of transfers: sealed when they are stored, opened
 * for who pays the money back. Rows from before the seal are read as they are.
 */
@Component
class PayerAccounts {

    private static final Logger log = LoggerFactory.getLogger(PayerAccounts.class);
    private static final String HIDDEN = "•••";
    private static final int SHOWN_DIGITS = 4;

    private final DataSeal seal;
    private final Banks banks;

    PayerAccounts(DataSeal seal, Banks banks) {
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

    /** The name as it is stored. */
    @Nullable String sealedName(GatewayTransaction transfer) {
        return sealedName(transfer.payer().name(), transfer.gateway(), transfer.reference());
    }

    private @Nullable String sealedName(@Nullable String name, String gateway, String reference) {
        return name == null || name.isBlank()
                ? null
                : seal.seal(name, placeOfName(gateway, reference));
    }

    /** The number as staff see it, all but its end hidden; absent if the banks did not tell it. */
    @Nullable String masked(ResultSet row) throws SQLException {
        var stored = row.getString("payer_account_number");
        if (stored == null || stored.isBlank()) {
            return null;
        }
        try {
            var number =
                    opened(stored, place(row.getString("gateway"), row.getString("reference")));
            var shown = Math.min(SHOWN_DIGITS, number.length() / 2);
            return HIDDEN + number.substring(number.length() - shown);
        } catch (IllegalStateException keyIsGone) {
            log.error("the key of a payer's account is not at hand");
            return HIDDEN;
        }
    }

    /** The number as it would be stored now; absent if the banks did not tell it. */
    @Nullable String sealedAgain(ResultSet row) throws SQLException {
        var stored = row.getString("payer_account_number");
        var place = place(row.getString("gateway"), row.getString("reference"));
        return stored == null ? null : seal.seal(opened(stored, place), place);
    }

    /** The name as it would be stored now; absent if the banks did not tell it. */
    @Nullable String sealedNameAgain(ResultSet row) throws SQLException {
        return sealedName(name(row), row.getString("gateway"), row.getString("reference"));
    }

    private @Nullable String name(ResultSet row) throws SQLException {
        var stored = row.getString("payer_name");
        return stored == null
                ? null
                : opened(stored, placeOfName(row.getString("gateway"), row.getString("reference")));
    }

    /** The account that a transfer came from, if the gateway told enough to pay it back there. */
    Optional<BankAccount> accountOf(ResultSet row) throws SQLException {
        var bin = row.getString("payer_bank_bin");
        var stored = row.getString("payer_account_number");
        if (stored == null || stored.isBlank() || banks.name(bin).isEmpty()) {
            return Optional.empty();
        }
        var number = opened(stored, place(row.getString("gateway"), row.getString("reference")));
        var name = name(row);
        try {
            return Optional.of(new BankAccount(bin, number, name == null ? "" : name));
        } catch (AccountRefused unusable) {
            return Optional.empty();
        }
    }

    private String opened(String stored, String place) {
        return DataSeal.isSealed(stored) ? seal.open(stored, place) : stored;
    }

    private static String place(String gateway, String reference) {
        return "payer " + gateway + " " + reference;
    }

    private static String placeOfName(String gateway, String reference) {
        return "payer name " + gateway + " " + reference;
    }
}
