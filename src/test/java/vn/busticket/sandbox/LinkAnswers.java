package vn.busticket.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes links as PayOS' answers show them. */
final class LinkAnswers {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final BankAccount account;
    private final String checkoutBase;

    LinkAnswers(BankAccount account, String checkoutBase) {
        this.account = account;
        this.checkoutBase = checkoutBase;
    }

    /** The answer to a create request; without an end there is no {@code expiredAt} in it. */
    Map<String, @Nullable Object> created(SandboxLink link) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("bin", account.bin());
        data.put("accountNumber", account.accountNumber());
        data.put("accountName", account.accountName());
        data.put("amount", link.amount());
        data.put("description", link.memo());
        data.put("orderCode", link.orderCode());
        data.put("currency", "VND");
        data.put("paymentLinkId", link.id());
        data.put("status", link.status().name());
        if (link.expiredAt() != null) {
            data.put("expiredAt", link.expiredAt());
        }
        data.put("checkoutUrl", checkoutBase + "/web/" + link.id());
        data.put("qrCode", qrText(link));
        return data;
    }

    /** The link with its transfers, as GET and cancel answer it. */
    Map<String, @Nullable Object> current(SandboxLink link, Instant now) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", link.id());
        data.put("orderCode", link.orderCode());
        data.put("amount", link.amount());
        data.put("amountPaid", link.amountPaid());
        data.put("amountRemaining", link.amountRemaining());
        data.put("status", link.statusAt(now).name());
        data.put("createdAt", time(link.createdAt()));
        data.put("transactions", link.transfers().stream().map(this::transaction).toList());
        data.put("canceledAt", link.canceledAt() == null ? null : time(link.canceledAt()));
        data.put("cancellationReason", link.cancellationReason());
        return data;
    }

    /** The text of the link's VietQR. */
    String qrText(SandboxLink link) {
        return new VietQr(account.bin(), account.accountNumber(), link.amount(), link.memo())
                .toText();
    }

    private Map<String, @Nullable Object> transaction(SandboxTransfer transfer) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("reference", transfer.reference());
        data.put("amount", transfer.amount());
        data.put("accountNumber", account.accountNumber());
        data.put("description", transfer.description());
        data.put("transactionDateTime", time(transfer.at()));
        data.put("virtualAccountName", null);
        data.put("virtualAccountNumber", null);
        data.put("counterAccountBankId", transfer.payer().bankId());
        data.put("counterAccountBankName", transfer.payer().bankName());
        data.put("counterAccountName", transfer.payer().name());
        data.put("counterAccountNumber", transfer.payer().accountNumber());
        return data;
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(VIETNAM));
    }
}
