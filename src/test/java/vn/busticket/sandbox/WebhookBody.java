package vn.busticket.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds webhook bodies as PayOS does: only {@code data} is signed. */
final class WebhookBody {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter BANK_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final DataSignature signature;
    private final BankAccount account;

    WebhookBody(DataSignature signature, BankAccount account) {
        this.signature = signature;
        this.account = account;
    }

    /** The body for any data, rightly signed. */
    String signed(Map<String, ? extends @Nullable Object> data) {
        return with(data, signature.ofData(data));
    }

    /** The body for any data under any signature. */
    static String with(Map<String, ? extends @Nullable Object> data, String anySignature) {
        boolean success = "00".equals(data.get("code"));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("code", success ? "00" : data.get("code"));
        body.put("desc", success ? "success" : data.get("desc"));
        body.put("success", success);
        body.put("data", data);
        body.put("signature", anySignature);
        return SandboxJson.write(body);
    }

    /** The data that PayOS sends for a transfer. */
    Map<String, @Nullable Object> data(SandboxLink link, SandboxTransfer transfer) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("orderCode", link.orderCode());
        data.put("amount", transfer.amount());
        data.put("description", transfer.description());
        data.put("accountNumber", account.accountNumber());
        data.put("reference", transfer.reference());
        data.put("transactionDateTime", bankTime(transfer.at()));
        data.put("currency", "VND");
        data.put("paymentLinkId", link.id());
        data.put("code", "00");
        data.put("desc", "Thành công");
        putPayer(data, transfer.payer());
        return data;
    }

    /** The sample that PayOS sends to try an address out. */
    static Map<String, @Nullable Object> sampleData() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("orderCode", 123L);
        data.put("amount", 3000L);
        data.put("description", "VQRIO123");
        data.put("accountNumber", "12345678");
        data.put("reference", "TF230204212323");
        data.put("transactionDateTime", "2023-02-04 18:25:00");
        data.put("currency", "VND");
        data.put("paymentLinkId", "124c33293c43417ab7879e14c8d9eb18");
        data.put("code", "00");
        data.put("desc", "Thành công");
        putPayer(data, Payer.UNKNOWN);
        return data;
    }

    private static void putPayer(Map<String, @Nullable Object> data, Payer payer) {
        data.put("counterAccountBankId", orEmpty(payer.bankId()));
        data.put("counterAccountBankName", orEmpty(payer.bankName()));
        data.put("counterAccountName", orEmpty(payer.name()));
        data.put("counterAccountNumber", orEmpty(payer.accountNumber()));
        data.put("virtualAccountName", "");
        data.put("virtualAccountNumber", "");
    }

    private static String bankTime(Instant at) {
        return BANK_TIME.format(at.atZone(VIETNAM));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
