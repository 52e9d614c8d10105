package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.SqlTime;

/**
 * One sending of a refund through a gateway.
 *
 * @param id its row
 * @param checks how often the gateway was asked about it since its state changed
 * @param gatewayState the gateway's last word
 * @param outcome absent while it is open
 * @param requestedAt when it was written down that it is sent
 * @param sendingUntil until when a call that pays may be made and on its way
 * @param closedAt when people closed it, if they did
 */
record Payout(
        long id,
        RefundId refund,
        String gateway,
        PayoutOrder order,
        int checks,
        @Nullable PayoutState gatewayState,
        @Nullable PayoutOutcome outcome,
        Instant requestedAt,
        Instant sendingUntil,
        @Nullable Instant closedAt) {

    /** Of {@code refund_payout p} and its {@code refund_case c}. */
    static final String COLUMNS =
            """
            p.id, p.gateway, p.reference, p.idempotency_key, p.payout_id, p.checks,
            p.gateway_state, p.outcome, p.requested_at, p.closed_at,
            coalesce(p.sending_until, p.requested_at) as sending_until, c.token,
            coalesce(p.bank_bin, c.bank_bin) as bank_bin,
            coalesce(p.account_number, c.account_number) as account_number,
            coalesce(p.account_holder, c.account_holder) as account_holder
            """;

    private static final String DESCRIPTION = "HOAN TIEN VE ";

    static Payout of(ResultSet row, RefundCase refund, RefundAccounts accounts)
            throws SQLException {
        var state = row.getString("gateway_state");
        var outcome = row.getString("outcome");
        var account = accounts.read(row);
        return new Payout(
                row.getLong("id"),
                refund.id(),
                row.getString("gateway"),
                new PayoutOrder(
                        row.getString("reference"),
                        row.getString("idempotency_key"),
                        row.getString("payout_id"),
                        refund.amount(),
                        account == null ? refund.knownAccount() : account,
                        DESCRIPTION + refund.id().value()),
                row.getInt("checks"),
                state == null ? null : PayoutState.valueOf(state),
                outcome == null ? null : PayoutOutcome.valueOf(outcome),
                SqlTime.instant(row, "requested_at"),
                SqlTime.instant(row, "sending_until"),
                SqlTime.optionalInstant(row, "closed_at").orElse(null));
    }

    /** True while a call that pays may be on its way. */
    boolean isBeingSent(Instant now) {
        return sendingUntil.isAfter(now);
    }

    /** True if the gateway has said that nothing of it arrived. */
    boolean isUnpaidThere() {
        return gatewayState != null && gatewayState.isUnpaid();
    }
}
