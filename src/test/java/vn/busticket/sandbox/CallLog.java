package vn.busticket.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which calls came in and how they were answered; keeps the newest ten thousand, counts them all.
 */
public final class CallLog {

    private static final int KEPT = 10_000;

    private final Deque<Call> calls = new ArrayDeque<>();
    private final Map<Endpoint, Integer> counts = new EnumMap<>(Endpoint.class);

    /**
     * One call.
     *
     * @param key the link's id or order code, empty where the call names none
     * @param httpStatus 0 where the connection was closed without an answer
     * @param code PayOS' own code
     */
    public record Call(
            Instant at,
            Endpoint endpoint,
            String key,
            int httpStatus,
            String code,
            Optional<Fault.Kind> fault) {}

    synchronized void add(Call call) {
        counts.merge(call.endpoint(), 1, Integer::sum);
        calls.add(call);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    /** How often a call was made. */
    public synchronized int count(Endpoint endpoint) {
        return counts.getOrDefault(endpoint, 0);
    }

    /** The calls, oldest first. */
    public synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    /** Forgets the calls and starts counting from zero. */
    public synchronized void clear() {
        calls.clear();
        counts.clear();
    }
}
