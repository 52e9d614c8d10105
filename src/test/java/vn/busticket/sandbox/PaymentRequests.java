package vn.busticket.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What PayOS does with payment links when a merchant asks: create, read, cancel. */
final class PaymentRequests {

    private static final String ROUTING_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int ROUTING_DIGITS = 9;

    private final LinkStore links;
    private final LinkAnswers answers;
    private final PaymentRequestRules rules;
    private final DataSignature signature;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PaymentRequests(
            LinkStore links,
            LinkAnswers answers,
            PaymentRequestRules rules,
            DataSignature signature,
            Clock clock) {
        this.links = links;
        this.answers = answers;
        this.rules = rules;
        this.signature = signature;
        this.clock = clock;
    }

    Answer create(Map<String, @Nullable Object> request) {
        Instant now = clock.instant();
        List<String> complaints = rules.complaints(request, now);
        if (!complaints.isEmpty()) {
            return Answer.refusal("20", String.join(", ", complaints));
        }
        if (!isSigned(request)) {
            return Answer.refusal("201", "Mã kiểm tra(signature) không hợp lệ");
        }
        SandboxLink link = link(request, now);
        return links.add(link)
                ? Answer.success(answers.created(link))
                : Answer.refusal("231", "Đơn thanh toán đã tồn tại");
    }

    Answer get(String key) {
        return links.find(key)
                .map(link -> Answer.success(answers.current(link, clock.instant())))
                .orElseGet(Answer::unknownLink);
    }

    Answer cancel(String key, Map<String, @Nullable Object> request) {
        Optional<SandboxLink> found = links.find(key);
        if (found.isEmpty()) {
            return Answer.unknownLink();
        }
        String reason = request.get("cancellationReason") instanceof String text ? text : null;
        return cancel(found.get().orderCode(), reason)
                .map(link -> Answer.success(answers.current(link, clock.instant())))
                .orElseGet(() -> Answer.refusal("20", "Đơn thanh toán đã kết thúc, không thể hủy"));
    }

    /** Cancels an open link; empty if it has ended already. */
    Optional<SandboxLink> cancel(long orderCode, @Nullable String reason) {
        Instant now = clock.instant();
        boolean[] open = new boolean[1];
        SandboxLink after =
                links.update(
                        orderCode,
                        link -> {
                            open[0] = link.statusAt(now).isOpen();
                            return open[0] ? link.cancel(reason, now) : link;
                        });
        return open[0] ? Optional.of(after) : Optional.empty();
    }

    Answer invoices(String key) {
        return links.find(key).isPresent() ? Answer.success(noInvoices()) : Answer.unknownLink();
    }

    private static Map<String, @Nullable Object> noInvoices() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("invoices", List.of());
        return data;
    }

    private boolean isSigned(Map<String, @Nullable Object> request) {
        String right = signature.ofRequest(request);
        return request.get("signature") instanceof String sent
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8),
                        sent.getBytes(StandardCharsets.UTF_8));
    }

    private SandboxLink link(Map<String, @Nullable Object> request, Instant now) {
        String routingCode = routingCode();
        return new SandboxLink(
                UUID.randomUUID().toString().replace("-", ""),
                whole(request.get("orderCode")),
                whole(request.get("amount")),
                routingCode,
                routingCode + " " + plain(text(request.get("description"))),
                text(request.get("returnUrl")),
                text(request.get("cancelUrl")),
                request.get("expiredAt") instanceof Number seconds
                        ? (Long) seconds.longValue()
                        : null,
                now,
                LinkStatus.PENDING,
                null,
                null,
                List.of(),
                Collections.unmodifiableMap(new LinkedHashMap<>(request)));
    }

    private String routingCode() {
        StringBuilder code = new StringBuilder("CS");
        random.ints(ROUTING_DIGITS, 0, ROUTING_ALPHABET.length())
                .forEach(at -> code.append(ROUTING_ALPHABET.charAt(at)));
        return code.toString();
    }

    /** Banks carry no diacritics. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^\\x20-\\x7E]", " ");
    }

    private static long whole(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
