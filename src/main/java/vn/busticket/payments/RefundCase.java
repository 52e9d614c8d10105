package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * A refund while something is done to it, its row locked.
 *
 * @param round which round of approvals counts
 * @param account absent as long as nobody told it
 */
record RefundCase(
        RefundId id,
        String token,
        BankTransactionId transaction,
        @Nullable PayableId payable,
        Vnd amount,
        RefundState state,
        int approvalsNeeded,
        int round,
        @Nullable BankAccount account) {

    static final String COLUMNS =
            """
            id, token, bank_transaction_id, payable_id, amount_vnd, state, approvals_needed,
            approval_round, bank_bin, account_number, account_holder
            """;

    static RefundCase of(ResultSet row, RefundAccounts accounts) throws SQLException {
        var payable = row.getLong("payable_id");
        var payableIsKnown = !row.wasNull();
        return new RefundCase(
                new RefundId(row.getLong("id")),
                row.getString("token"),
                new BankTransactionId(row.getLong("bank_transaction_id")),
                payableIsKnown ? new PayableId(payable) : null,
                new Vnd(row.getLong("amount_vnd")),
                RefundState.valueOf(row.getString("state")),
                row.getInt("approvals_needed"),
                row.getInt("approval_round"),
                accounts.read(row));
    }

    /** Refuses what cannot be done to a refund that stands where this one does. */
    void require(RefundState next) {
        if (!state.allows(next)) {
            throw new RefundNotPossible();
        }
    }

    /** The account, where a refund in this state cannot be without one. */
    BankAccount knownAccount() {
        if (account == null) {
            throw new IllegalStateException("Refund " + id.value() + " has no account");
        }
        return account;
    }
}
