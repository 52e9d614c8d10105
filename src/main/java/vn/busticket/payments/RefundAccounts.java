package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.accounts.DataSeal;

/** The accounts of refunds: sealed in their columns, open only here. */
@Component
class RefundAccounts {

    private static final Logger log = LoggerFactory.getLogger(RefundAccounts.class);

    private final DataSeal seal;
    private final Banks banks;

    RefundAccounts(DataSeal seal, Banks banks) {
        this.seal = seal;
        this.banks = banks;
    }

    /** An account as it is stored. */
    record Sealed(String bankBin, String number, String holder) {}

    /**
     * Seals an account for one refund.
     *
     * @throws AccountRefused if no bank in Vietnam has its number
     */
    Sealed seal(BankAccount account, String token) {
        if (banks.name(account.bankBin()).isEmpty()) {
            throw new AccountRefused("payments.refused.bank");
        }
        return new Sealed(
                account.bankBin(),
                seal.seal(account.number(), "refund number " + token),
                seal.seal(account.holder(), "refund holder " + token));
    }

    /** The account in a row that has {@code token}; absent as long as nobody told it. */
    @Nullable BankAccount read(ResultSet row) throws SQLException {
        var bin = row.getString("bank_bin");
        if (bin == null) {
            return null;
        }
        var token = row.getString("token");
        return new BankAccount(
                bin,
                seal.open(row.getString("account_number"), "refund number " + token),
                seal.open(row.getString("account_holder"), "refund holder " + token));
    }

    /** An account as screens show it. */
    @Nullable MaskedAccount masked(ResultSet row) throws SQLException {
        var bin = row.getString("bank_bin");
        if (bin == null) {
            return null;
        }
        var bank = banks.name(bin).orElse(bin);
        try {
            var account = read(row);
            return account == null ? null : new MaskedAccount(bank, account.maskedNumber());
        } catch (IllegalStateException keyIsGone) {
            log.error("the key of a refund's account is not at hand");
            return new MaskedAccount(bank, "•••");
        }
    }

    /** The account as it would be stored now. */
    Sealed sealedAgain(ResultSet row) throws SQLException {
        var account = read(row);
        if (account == null) {
            throw new IllegalArgumentException("No account to seal again");
        }
        return seal(account, row.getString("token"));
    }
}
