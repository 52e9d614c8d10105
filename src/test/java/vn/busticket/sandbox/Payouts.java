package vn.busticket.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payouts: taken once for each idempotency key, and then paid as time goes by, unless a control or
 * the account's last three digits want it otherwise (999 fails, 998 is put on hold, 997 is sent
 * back an hour after it was paid). What PayOS answers to a key that comes again, or to a reference
 * that was used, is documented nowhere: the same payout for the same request, a refusal else.
 */
public final class Payouts {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration UNTIL_PROCESSING = Duration.ofSeconds(2);
    private static final Duration UNTIL_PAID = Duration.ofSeconds(5);
    private static final Duration UNTIL_SENT_BACK = Duration.ofHours(1);

    private final Map<String, SandboxPayout> byReference = new LinkedHashMap<>();
    private final Clock clock;
    private final Runnable onChange;
    private boolean refusingRepeats;
    private boolean refusingAll;
    private int listsWithoutNews;

    Payouts(Collection<SandboxPayout> restored, Clock clock, Runnable onChange) {
        this.clock = clock;
        this.onChange = onChange;
        restored.forEach(payout -> byReference.put(payout.referenceId(), payout));
    }

    /** All payouts, oldest first. */
    public synchronized List<SandboxPayout> all() {
        return List.copyOf(byReference.values());
    }

    /** The payout of a reference. */
    public synchronized SandboxPayout of(String reference) {
        var payout = byReference.get(reference);
        if (payout == null) {
            throw new NoSuchElementException("No payout has reference " + reference);
        }
        return payout;
    }

    /** Sets where a payout stands, from now on whatever the time. */
    public synchronized void become(
            String reference, PayoutState state, @Nullable String errorCode) {
        byReference.put(reference, of(reference).become(state, errorCode));
        onChange.run();
    }

    /** Makes a payout one of another amount, as if it had been ordered so. */
    public synchronized void changeAmount(String reference, long amount) {
        byReference.put(reference, of(reference).of(amount));
        onChange.run();
    }

    /** Knows a payout no more. */
    public synchronized void forget(String reference) {
        byReference.remove(of(reference).referenceId());
        onChange.run();
    }

    /** Answers a key that comes again with a refusal instead of the payout that it made. */
    public synchronized void refuseRepeats(boolean on) {
        refusingRepeats = on;
    }

    /** Refuses every payout as if its request were wrong. */
    public synchronized void refuseAll(boolean on) {
        refusingAll = on;
    }

    /** Answers so many of the next lists as if no payout had been made yet. */
    public synchronized void listLate(int times) {
        listsWithoutNews = times;
    }

    /** Where a payout stands now. */
    public PayoutState stateOf(SandboxPayout payout) {
        if (payout.state() != null) {
            return payout.state();
        }
        var age = Duration.between(payout.createdAt(), clock.instant());
        if (age.compareTo(UNTIL_PROCESSING) < 0) {
            return PayoutState.RECEIVED;
        }
        if (age.compareTo(UNTIL_PAID) < 0) {
            return PayoutState.PROCESSING;
        }
        var account = payout.toAccountNumber();
        if (account.endsWith("999")) {
            return PayoutState.FAILED;
        }
        if (account.endsWith("998")) {
            return PayoutState.ON_HOLD;
        }
        return account.endsWith("997") && age.compareTo(UNTIL_SENT_BACK) >= 0
                ? PayoutState.REVERSED
                : PayoutState.SUCCEEDED;
    }

    synchronized void clear() {
        byReference.clear();
        refusingRepeats = false;
        refusingAll = false;
        listsWithoutNews = 0;
        onChange.run();
    }

    synchronized Answer create(Map<String, @Nullable Object> request, @Nullable String key) {
        var complaint = complaint(request, key);
        if (complaint.isPresent() || refusingAll) {
            return Answer.refusal("20", complaint.orElse("Thông tin truyền lên không đúng."));
        }
        var repeated =
                byReference.values().stream()
                        .filter(payout -> payout.idempotencyKey().equals(key))
                        .findFirst();
        if (repeated.isPresent()) {
            return refusingRepeats || !repeated.get().request().equals(request)
                    ? Answer.refusal("409", "Yêu cầu đã được xử lý")
                    : Answer.success(shown(repeated.get()));
        }
        if (byReference.containsKey(text(request, "referenceId"))) {
            return Answer.refusal("409", "Mã tham chiếu đã tồn tại");
        }
        var payout = payout(request, String.valueOf(key));
        byReference.put(payout.referenceId(), payout);
        onChange.run();
        return Answer.success(shown(payout));
    }

    synchronized Answer get(String id) {
        return byReference.values().stream()
                .filter(payout -> payout.id().equals(id))
                .findFirst()
                .map(payout -> Answer.success(shown(payout)))
                .orElseGet(() -> Answer.refusal("101", "Lệnh chi không tồn tại"));
    }

    synchronized Answer list(@Nullable String reference) {
        var isLate = listsWithoutNews > 0;
        listsWithoutNews = Math.max(0, listsWithoutNews - 1);
        var found =
                byReference.values().stream()
                        .filter(payout -> !isLate)
                        .filter(payout ->
                                reference == null || payout.referenceId().equals(reference))
                        .map(this::shown)
                        .toList();
        Map<String, @Nullable Object> pages = new LinkedHashMap<>();
        pages.put("limit", 10);
        pages.put("offset", 0);
        pages.put("total", found.size());
        pages.put("count", found.size());
        pages.put("hasMore", false);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("pagination", pages);
        data.put("payouts", found);
        return Answer.success(data);
    }

    Map<String, @Nullable Object> shown(SandboxPayout payout) {
        var state = stateOf(payout);
        var paid = state == PayoutState.SUCCEEDED || state == PayoutState.REVERSED;
        var failed = state == PayoutState.FAILED || state == PayoutState.REVERSED;
        Map<String, @Nullable Object> transfer = new LinkedHashMap<>();
        transfer.put("id", payout.id() + "_1");
        transfer.put("referenceId", payout.referenceId());
        transfer.put("amount", payout.amount());
        transfer.put("description", payout.description());
        transfer.put("toBin", payout.toBin());
        transfer.put("toAccountNumber", payout.toAccountNumber());
        transfer.put("toAccountName", paid ? "NGUYEN VAN A" : null);
        transfer.put("reference", paid ? "FT" + payout.id().substring(0, 12) : null);
        transfer.put("transactionDatetime", paid ? time(payout.createdAt()) : null);
        transfer.put("errorMessage", failed ? "Tài khoản không hợp lệ" : null);
        transfer.put("errorCode", failed ? errorCode(payout) : null);
        transfer.put("state", state.name());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", payout.id());
        data.put("referenceId", payout.referenceId());
        data.put("transactions", List.of(transfer));
        data.put("category", payout.category());
        data.put("approvalState", state.approvalState());
        data.put("createdAt", time(payout.createdAt()));
        return data;
    }

    private static String errorCode(SandboxPayout payout) {
        return payout.errorCode() == null ? "INVALID_ACCOUNT" : payout.errorCode();
    }

    private SandboxPayout payout(Map<String, @Nullable Object> request, String key) {
        return new SandboxPayout(
                UUID.randomUUID().toString().replace("-", ""),
                key,
                text(request, "referenceId"),
                amount(request),
                text(request, "description"),
                text(request, "toBin"),
                text(request, "toAccountNumber"),
                request.get("category") instanceof List<?> words
                        ? words.stream().map(String::valueOf).toList()
                        : List.of(),
                request,
                clock.instant(),
                null,
                null);
    }

    private static Optional<String> complaint(
            Map<String, @Nullable Object> request, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return Optional.of("x-idempotency-key is required");
        }
        if (text(request, "referenceId").isBlank()) {
            return Optional.of("referenceId must be a string");
        }
        if (amount(request) <= 0) {
            return Optional.of("amount must be a positive number");
        }
        if (!text(request, "description").matches("[A-Za-z0-9 ]{1,25}")) {
            return Optional.of("description must be at most 25 plain characters");
        }
        if (!text(request, "toBin").matches("[0-9]{6}")) {
            return Optional.of("toBin must be 6 digits");
        }
        return text(request, "toAccountNumber").matches("[0-9A-Za-z]{5,24}")
                ? Optional.empty()
                : Optional.of("toAccountNumber is not an account number");
    }

    private static long amount(Map<String, @Nullable Object> request) {
        var amount = request.get("amount");
        return amount instanceof Integer || amount instanceof Long
                ? ((Number) amount).longValue()
                : 0;
    }

    private static String text(Map<String, @Nullable Object> request, String name) {
        return request.get(name) instanceof String text ? text : "";
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(VIETNAM));
    }
}
