package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.busticket.payments.PaymentGateway.LinkRecord;
import vn.busticket.payments.PaymentGateway.LinkRequest;
import vn.busticket.shared.SqlTime;
import vn.busticket.shared.Vnd;

/**
 * An attempt to pay as stored, with the decisions that depend on it alone.
 *
 * @param isAwaited true while somebody waits before its page
 * @param isFoundAgain true if the answer to making its link was lost, so that it has no QR code
 */
record Attempt(
        AttemptId id,
        String token,
        String gateway,
        long orderCode,
        PayableId payable,
        Vnd amount,
        Vnd received,
        String description,
        AttemptState state,
        Instant expiresAt,
        @Nullable String linkId,
        Optional<Instant> closeRequestedAt,
        int checks,
        Instant createdAt,
        boolean isAwaited,
        boolean isFoundAgain) {

    static final String COLUMNS =
            """
            id, token, gateway, order_code, payable_id, amount_vnd, received_vnd, description, state,
            expires_at, payment_link_id, close_requested_at, checks, created_at,
            asked_at is not null as awaited, found_again
            """;

    /** How long after its end a link is left to end by itself before we end it. */
    private static final Duration PATIENCE_AFTER_END = Duration.ofMinutes(2);

    /** A link that would live shorter than this is not made any more. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(5);

    /** How much the gateway's clock may be behind ours. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(2);

    static Attempt of(ResultSet row, int number) throws SQLException {
        return new Attempt(
                new AttemptId(row.getLong("id")),
                row.getString("token"),
                row.getString("gateway"),
                row.getLong("order_code"),
                new PayableId(row.getLong("payable_id")),
                new Vnd(row.getLong("amount_vnd")),
                new Vnd(row.getLong("received_vnd")),
                row.getString("description"),
                AttemptState.valueOf(row.getString("state")),
                SqlTime.instant(row, "expires_at"),
                row.getString("payment_link_id"),
                SqlTime.optionalInstant(row, "close_requested_at"),
                row.getInt("checks"),
                SqlTime.instant(row, "created_at"),
                row.getBoolean("awaited"),
                row.getBoolean("found_again"));
    }

    /** True if this attempt is what somebody wants to start. */
    boolean serves(StartPayment wanted) {
        return state.isOpen()
                && closeRequestedAt.isEmpty()
                && amount.equals(wanted.amount())
                && expiresAt.equals(wanted.deadline());
    }

    /** True if the next thing to do is to make its link, perhaps once more. */
    boolean needsLink(Instant now) {
        return switch (state) {
            case REQUESTED, UNKNOWN ->
                    closeRequestedAt.isEmpty() && now.isBefore(expiresAt.minus(SHORTEST_LIFE));
            case OPEN, PAID, UNDERPAID, CANCELLED, EXPIRED, FAILED -> false;
        };
    }

    /** True if its link has no QR code and somebody waits for one. */
    boolean isToBeReplaced(Instant now) {
        return state == AttemptState.OPEN
                && isFoundAgain
                && isAwaited
                && closeRequestedAt.isEmpty()
                && now.isBefore(expiresAt.minus(SHORTEST_LIFE));
    }

    /** True if its link, should there be one, is to be ended rather than only looked at. */
    boolean isToBeEnded(Instant now) {
        return switch (state) {
            case REQUESTED, OPEN, UNKNOWN ->
                    closeRequestedAt.isPresent()
                            || linkId == null
                            || now.isAfter(expiresAt.plus(PATIENCE_AFTER_END));
            case CANCELLED, EXPIRED, FAILED -> closeRequestedAt.isPresent();
            case PAID, UNDERPAID -> false;
        };
    }

    /** True if a link with this attempt's order code was made for this attempt. */
    boolean owns(LinkRecord record) {
        return record.amount().equals(amount)
                && !record.createdAt().isBefore(createdAt.minus(CLOCK_DIFFERENCE));
    }

    LinkRequest linkRequest() {
        return new LinkRequest(orderCode, amount, description, expiresAt, token);
    }

    PaymentPage page() {
        return new PaymentPage(id, token, state);
    }
}
