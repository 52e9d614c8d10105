package vn.busticket.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done to the sandbox from outside its process, by name and with named values. */
final class Controls {

    private final PayosSandbox sandbox;

    Controls(PayosSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Does one thing and tells what came of it.
     *
     * @throws IllegalArgumentException when the name or a value makes no sense
     */
    Object perform(String action, Map<String, String> values) {
        return switch (action) {
            case "pay" -> pay(values);
            case "scan" -> scan(values);
            case "cancel" -> done(() -> sandbox.cancel(orderCode(values)));
            case "lapse" -> done(() -> sandbox.lapse(orderCode(values)));
            case "begin" -> done(() -> sandbox.begin(orderCode(values)));
            case "refuse" ->
                    done(() ->
                            sandbox.refuse(
                                    orderCode(values),
                                    values.getOrDefault("code", "01"),
                                    values.getOrDefault("reason", "Giao dịch thất bại")));
            case "fault" -> fault(values);
            case "faults-off" -> done(sandbox.faults()::clear);
            case "rate" ->
                    done(() ->
                            sandbox.faults()
                                    .limitCallsPerMinute(
                                            Math.toIntExact(number(values, "perMinute"))));
            case "payout" ->
                    done(() ->
                            sandbox.payouts()
                                    .become(
                                            text(values, "reference"),
                                            PayoutState.valueOf(text(values, "state")),
                                            values.get("code")));
            case "webhook-url" -> done(() -> sandbox.setWebhookUrl(text(values, "url")));
            case "webhooks" -> webhooks(values);
            case "replay" -> sandbox.webhooks().replay(number(values, "delivery"));
            case "reset" -> done(sandbox::reset);
            default -> throw new IllegalArgumentException("Unknown action " + action);
        };
    }

    /** Shows one side of the sandbox. */
    Object show(String what) {
        return switch (what) {
            case "state" -> state();
            case "deliveries" -> sandbox.deliveries();
            case "calls" -> sandbox.calls().all();
            case "payouts" ->
                    sandbox.payouts().all().stream().map(sandbox.payouts()::shown).toList();
            default -> throw new IllegalArgumentException("Nothing is called " + what);
        };
    }

    private Map<String, @Nullable Object> state() {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("baseUrl", sandbox.baseUrl());
        state.put("webhookUrl", sandbox.webhooks().url().orElse(null));
        state.put("webhooks", sandbox.webhooks().mode());
        state.put("faults", sandbox.faults().active());
        state.put("links", sandbox.links().stream().map(sandbox::shown).toList());
        return state;
    }

    private Object pay(Map<String, String> values) {
        long orderCode = orderCode(values);
        if (values.containsKey("amount")) {
            return sandbox.transfer(
                    orderCode, number(values, "amount"), values.get("reference"), Payer.UNKNOWN);
        }
        return switch (values.getOrDefault("how", "exact")) {
            case "exact" -> sandbox.pay(orderCode);
            case "short" -> sandbox.payShort(orderCode);
            case "over" -> sandbox.payOver(orderCode);
            case "twice" -> sandbox.payTwice(orderCode);
            case "late" -> sandbox.payLate(orderCode);
            default -> throw new IllegalArgumentException("Nobody pays " + values.get("how"));
        };
    }

    private SandboxTransfer scan(Map<String, String> values) {
        String text = text(values, "text").strip();
        return has(values, "amount")
                ? sandbox.payByQr(text, number(values, "amount"))
                : sandbox.payByQr(text);
    }

    private Object fault(Map<String, String> values) {
        Fault fault =
                new Fault(
                        Fault.Kind.valueOf(text(values, "kind")),
                        Duration.ofMillis(
                                has(values, "delayMillis") ? number(values, "delayMillis") : 0),
                        has(values, "retryAfter")
                                ? Math.toIntExact(number(values, "retryAfter"))
                                : 1);
        String wanted = values.getOrDefault("endpoint", "ALL");
        List<Endpoint> endpoints =
                wanted.equals("ALL")
                        ? List.of(Endpoint.values())
                        : List.of(Endpoint.valueOf(wanted));
        for (Endpoint endpoint : endpoints) {
            if (has(values, "calls")) {
                sandbox.faults().set(endpoint, fault, Math.toIntExact(number(values, "calls")));
            } else if (has(values, "seconds")) {
                sandbox.faults()
                        .set(endpoint, fault, Duration.ofSeconds(number(values, "seconds")));
            } else {
                sandbox.faults().set(endpoint, fault);
            }
        }
        return sandbox.faults().active();
    }

    private Object webhooks(Map<String, String> values) {
        Webhooks webhooks = sandbox.webhooks();
        switch (text(values, "mode")) {
            case "hold" -> webhooks.hold();
            case "release" -> webhooks.release();
            case "release-reversed" -> webhooks.releaseReversed();
            case "lose" -> webhooks.lose(true);
            case "duplicate" -> webhooks.duplicate(Math.toIntExact(number(values, "times")));
            case "normal" -> {
                webhooks.lose(false);
                webhooks.duplicate(1);
                webhooks.release();
            }
            default -> throw new IllegalArgumentException("Unknown mode " + values.get("mode"));
        }
        return Map.of("mode", webhooks.mode());
    }

    private static Object done(Runnable action) {
        action.run();
        return Map.of("done", true);
    }

    private static long orderCode(Map<String, String> values) {
        return number(values, "orderCode");
    }

    private static boolean has(Map<String, String> values, String name) {
        String value = values.get(name);
        return value != null && !value.isBlank();
    }

    private static long number(Map<String, String> values, String name) {
        return Long.parseLong(text(values, name).strip());
    }

    private static String text(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The value " + name + " is missing");
        }
        return value;
    }
}
