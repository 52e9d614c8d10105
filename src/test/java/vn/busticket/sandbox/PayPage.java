package vn.busticket.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hosted pay page at {@code /web/{id}}: what a payer sees, and buttons for every way in which
 * people pay.
 */
final class PayPage implements HttpHandler {

    static final String PREFIX = "/web/";
    private static final String STATE = "/state";

    private final PayosSandbox sandbox;

    PayPage(PayosSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String rest = exchange.getRequestURI().getPath().substring(PREFIX.length());
        boolean asksForState = rest.endsWith(STATE);
        Optional<SandboxLink> link =
                sandbox.find(
                        asksForState ? rest.substring(0, rest.length() - STATE.length()) : rest);
        if (link.isEmpty()) {
            WebPages.send(
                    exchange, 404, "text/plain", "Không có liên kết này · No such payment link");
        } else if (asksForState) {
            WebPages.send(exchange, 200, "application/json", SandboxJson.write(state(link.get())));
        } else if ("POST".equals(exchange.getRequestMethod())) {
            try {
                act(exchange, link.get(), WebPages.form(exchange));
            } catch (IllegalArgumentException senseless) {
                WebPages.send(exchange, 400, "text/plain", String.valueOf(senseless.getMessage()));
            }
        } else {
            WebPages.send(
                    exchange,
                    200,
                    "text/html",
                    page(link.get(), exchange.getRequestURI().getQuery()));
        }
    }

    private void act(HttpExchange exchange, SandboxLink link, Map<String, String> form)
            throws IOException {
        long orderCode = link.orderCode();
        long difference = number(form.get("difference"), 10_000);
        String action = form.getOrDefault("action", "");
        switch (action) {
            case "pay", "pay-close" -> sandbox.pay(orderCode);
            case "pay-short" ->
                    sandbox.payShort(orderCode, Math.min(difference, link.amount() - 1));
            case "pay-over" -> sandbox.payOver(orderCode, difference);
            case "pay-twice" -> sandbox.payTwice(orderCode);
            case "pay-late" ->
                    sandbox.payLate(orderCode, Duration.ofSeconds(number(form.get("delay"), 0)));
            case "cancel" -> sandbox.cancel(orderCode);
            default -> {
                WebPages.send(exchange, 400, "text/plain", "Unknown action");
                return;
            }
        }
        if (action.equals("pay-close")) {
            WebPages.send(exchange, 200, "text/html", WebPages.page("closed.html", Map.of()));
        } else {
            WebPages.redirect(exchange, afterwards(sandbox.link(orderCode), action));
        }
    }

    private String afterwards(SandboxLink link, String action) {
        if (action.equals("pay-late")) {
            return PREFIX + link.id() + "?note=late";
        }
        return switch (sandbox.statusOf(link)) {
            case PAID, UNDERPAID, CANCELLED -> returnAddress(link);
            case PENDING, PROCESSING, EXPIRED, FAILED -> PREFIX + link.id();
        };
    }

    /** Where PayOS sends the browser: unsigned, a hint only. */
    private String returnAddress(SandboxLink link) {
        LinkStatus status = sandbox.statusOf(link);
        boolean cancelled = status == LinkStatus.CANCELLED;
        String shown =
                switch (status) {
                    case PAID, PROCESSING, CANCELLED -> status.name();
                    case PENDING, UNDERPAID, EXPIRED, FAILED -> LinkStatus.PENDING.name();
                };
        String target = cancelled ? link.cancelUrl() : link.returnUrl();
        return "%s%scode=00&id=%s&cancel=%s&status=%s&orderCode=%d"
                .formatted(
                        target,
                        target.contains("?") ? "&" : "?",
                        link.id(),
                        cancelled,
                        shown,
                        link.orderCode());
    }

    private Map<String, Object> state(SandboxLink link) {
        return Map.of("status", sandbox.statusOf(link).name(), "next", returnAddress(link));
    }

    private String page(SandboxLink link, @Nullable String query) {
        LinkStatus status = sandbox.statusOf(link);
        BankAccount account = sandbox.settings().account();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("qr", WebPages.qr(sandbox.qrText(link)));
        values.put("qr-text", sandbox.qrText(link));
        values.put("amount", WebPages.dong(link.amount()));
        values.put("received", WebPages.dong(link.amountPaid()));
        values.put("bin", account.bin());
        values.put("account", account.accountNumber());
        values.put("name", account.accountName());
        values.put("memo", link.memo());
        values.put("order", Long.toString(link.orderCode()));
        values.put("status", status.name());
        values.put("status-words", words(status));
        values.put("open", status.isOpen() ? "" : "disabled");
        values.put("expires", link.expiredAt() == null ? "" : Long.toString(link.expiredAt()));
        values.put("return", returnAddress(link));
        values.put(
                "note",
                query != null && query.contains("note=late")
                        ? "Liên kết đã đóng; tiền đến sau. · The link has lapsed; the money comes after it."
                        : "");
        return WebPages.page("pay.html", values);
    }

    private static String words(LinkStatus status) {
        return switch (status) {
            case PENDING -> "Chờ thanh toán · Waiting for payment";
            case PROCESSING -> "Đang xử lý · Processing";
            case PAID -> "Đã thanh toán · Paid";
            case UNDERPAID -> "Thanh toán thiếu · Paid in part";
            case EXPIRED -> "Đã hết hạn · Expired";
            case CANCELLED -> "Đã hủy · Cancelled";
            case FAILED -> "Thất bại · Failed";
        };
    }

    private static long number(@Nullable String text, long otherwise) {
        return text == null || text.isBlank() ? otherwise : Long.parseLong(text.strip());
    }
}
