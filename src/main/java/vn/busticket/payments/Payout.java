package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One sending of a refund through a gateway.
 *
 * @param id its row
 * @param checks how often the gateway was asked about it since its state changed
 */
record Payout(long id, RefundId refund, String gateway, PayoutOrder order, int checks) {

    private static final String DESCRIPTION = "HOAN TIEN VE ";

    static Payout of(ResultSet row, RefundCase refund) throws SQLException {
        return new Payout(
                row.getLong("id"),
                refund.id(),
                row.getString("gateway"),
                new PayoutOrder(
                        row.getString("reference"),
                        row.getString("idempotency_key"),
                        row.getString("payout_id"),
                        refund.amount(),
                        refund.knownAccount(),
                        DESCRIPTION + refund.id().value()),
                row.getInt("checks"));
    }
}
