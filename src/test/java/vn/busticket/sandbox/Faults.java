package vn.busticket.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The switchboard of misbehaviour: per call, for a number of calls, for a time, or until switched
 * off.
 */
public final class Faults {

    private static final int WITHOUT_END = -1;
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<Endpoint, Deque<Active>> active = new EnumMap<>(Endpoint.class);
    private final Deque<Long> recentCalls = new ArrayDeque<>();
    private int callsPerMinute = Integer.MAX_VALUE;

    private record Active(Fault fault, int callsLeft, long endNanos) {

        boolean isOver() {
            return callsLeft == 0 || (endNanos != 0 && System.nanoTime() - endNanos >= 0);
        }

        Active afterOneCall() {
            return callsLeft == WITHOUT_END ? this : new Active(fault, callsLeft - 1, endNanos);
        }
    }

    /** A fault that is switched on, for show. */
    public record Shown(Endpoint endpoint, Fault fault, String until) {}

    /** Switches a fault on until it is switched off, in place of what was on. */
    public void set(Endpoint endpoint, Fault fault) {
        replace(endpoint, new Active(fault, WITHOUT_END, 0));
    }

    /** Switches a fault on for the next calls, in place of what was on. */
    public void set(Endpoint endpoint, Fault fault, int calls) {
        replace(endpoint, new Active(fault, calls, 0));
    }

    /** Switches a fault on for a time, in place of what was on. */
    public void set(Endpoint endpoint, Fault fault, Duration time) {
        replace(endpoint, new Active(fault, WITHOUT_END, System.nanoTime() + time.toNanos()));
    }

    /** Switches a fault on for some calls once those before it are over. */
    public synchronized void then(Endpoint endpoint, Fault fault, int calls) {
        active.computeIfAbsent(endpoint, ignored -> new ArrayDeque<>())
                .add(new Active(fault, calls, 0));
    }

    /** Switches a fault on for every call until it is switched off. */
    public void setEverywhere(Fault fault) {
        for (Endpoint endpoint : Endpoint.values()) {
            set(endpoint, fault);
        }
    }

    /** Answers calls beyond so many a minute, counted over all, with 429. */
    public synchronized void limitCallsPerMinute(int calls) {
        callsPerMinute = calls;
        recentCalls.clear();
    }

    /** Switches everything off, the call limit too. */
    public synchronized void clear() {
        active.clear();
        limitCallsPerMinute(Integer.MAX_VALUE);
    }

    /** Switches the faults of one call off. */
    public synchronized void clear(Endpoint endpoint) {
        active.remove(endpoint);
    }

    /** What is on at the moment. */
    public synchronized List<Shown> active() {
        List<Shown> shown = new ArrayList<>();
        active.forEach((endpoint, faults) ->
                faults.stream()
                        .filter(fault -> !fault.isOver())
                        .forEach(fault ->
                                shown.add(new Shown(endpoint, fault.fault(), until(fault)))));
        return shown;
    }

    /** Takes the fault for one call that has just come in. */
    synchronized Optional<Fault> take(Endpoint endpoint) {
        if (isOverTheLimit()) {
            return Optional.of(Fault.tooManyRequests(1));
        }
        Deque<Active> faults = active.getOrDefault(endpoint, new ArrayDeque<>());
        while (!faults.isEmpty() && faults.getFirst().isOver()) {
            faults.removeFirst();
        }
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        Active first = faults.removeFirst();
        faults.addFirst(first.afterOneCall());
        return Optional.of(first.fault());
    }

    private boolean isOverTheLimit() {
        if (callsPerMinute == Integer.MAX_VALUE) {
            return false;
        }
        long now = System.nanoTime();
        while (!recentCalls.isEmpty() && now - recentCalls.getFirst() > MINUTE_NANOS) {
            recentCalls.removeFirst();
        }
        if (recentCalls.size() >= callsPerMinute) {
            return true;
        }
        recentCalls.add(now);
        return false;
    }

    private synchronized void replace(Endpoint endpoint, Active fault) {
        Deque<Active> faults = new ArrayDeque<>();
        faults.add(fault);
        active.put(endpoint, faults);
    }

    private static String until(Active fault) {
        if (fault.callsLeft() != WITHOUT_END) {
            return fault.callsLeft() + " calls";
        }
        return fault.endNanos() == 0
                ? "switched off"
                : Duration.ofNanos(fault.endNanos() - System.nanoTime()).toSeconds() + " s";
    }
}
