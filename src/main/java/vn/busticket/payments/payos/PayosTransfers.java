package vn.busticket.payments.payos;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.payments.GatewayTransaction;
import vn.busticket.payments.GatewayTransaction.Payer;
import vn.busticket.payments.GatewayTransaction.Source;
import vn.busticket.shared.VietnamTime;
import vn.busticket.shared.Vnd;
import vn.payos.model.v2.paymentRequests.Transaction;

/** Reads bank transfers in the two forms in which PayOS tells them. */
@Component
class PayosTransfers {

    private static final DateTimeFormatter WEBHOOK_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_TEXT = 500;

    private final Clock clock;

    PayosTransfers(Clock clock) {
        this.clock = clock;
    }

    /** A transfer from the gateway's record of a link. */
    GatewayTransaction of(Transaction told, long orderCode) {
        return new GatewayTransaction(
                PayosGateway.NAME,
                told.getReference(),
                orderCode,
                new Vnd(told.getAmount()),
                time(told.getTransactionDateTime()).orElseGet(clock::instant),
                storable(told.getAccountNumber()),
                storable(told.getDescription()),
                new Payer(
                        storable(told.getCounterAccountBankId()),
                        storable(told.getCounterAccountBankName()),
                        storable(told.getCounterAccountName()),
                        storable(told.getCounterAccountNumber())),
                Source.CHECK);
    }

    /**
     * A transfer from the data of a webhook.
     *
     * @throws NotAWebhook if what makes a transfer is missing
     */
    GatewayTransaction of(WebhookData data) {
        try {
            return new GatewayTransaction(
                    PayosGateway.NAME,
                    data.text("reference").map(PayosTransfers::storable).orElse(""),
                    data.orderCode(),
                    new Vnd(data.whole("amount")),
                    data.text("transactionDateTime").flatMap(this::time).orElseGet(clock::instant),
                    storable(data.text("accountNumber").orElse(null)),
                    storable(data.text("description").orElse(null)),
                    new Payer(
                            storable(data.text("counterAccountBankId").orElse(null)),
                            storable(data.text("counterAccountBankName").orElse(null)),
                            storable(data.text("counterAccountName").orElse(null)),
                            storable(data.text("counterAccountNumber").orElse(null))),
                    Source.WEBHOOK,
                    currency(data));
        } catch (IllegalArgumentException incomplete) {
            throw new NotAWebhook("data is not a transfer");
        }
    }

    /** PayOS knows only đồng (payos.vn/docs); what says otherwise is put before staff. */
    private static String currency(WebhookData data) {
        return data.text("currency")
                .map(PayosTransfers::storable)
                .filter(name -> !name.isBlank())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .orElse(GatewayTransaction.DONG);
    }

    /** A time in either form; empty if it is in neither. */
    Optional<Instant> time(@Nullable String told) {
        if (told == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    told.indexOf('T') > 0
                            ? OffsetDateTime.parse(told).toInstant()
                            : VietnamTime.instantOf(LocalDateTime.parse(told, WEBHOOK_TIME)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Drops what PostgreSQL cannot store in a text: NUL and halves of surrogate pairs. */
    private static @Nullable String storable(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        var kept = new StringBuilder();
        text.codePoints()
                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                .limit(LONGEST_TEXT)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
