package vn.busticket.sandbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The payment links; an order code is used up by its first link for ever. */
final class LinkStore {

    private final Map<Long, SandboxLink> byOrderCode = new ConcurrentHashMap<>();
    private final Map<String, Long> orderCodeById = new ConcurrentHashMap<>();
    private final Map<String, Long> orderCodeByRoutingCode = new ConcurrentHashMap<>();
    private final Set<String> references = ConcurrentHashMap.newKeySet();
    private final Runnable onChange;

    LinkStore(Collection<SandboxLink> restored, Runnable onChange) {
        this.onChange = onChange;
        restored.forEach(link -> {
            byOrderCode.put(link.orderCode(), link);
            index(link);
        });
    }

    /** Adds a link unless its order code was used before. */
    boolean add(SandboxLink link) {
        if (byOrderCode.putIfAbsent(link.orderCode(), link) != null) {
            return false;
        }
        index(link);
        onChange.run();
        return true;
    }

    boolean isUsed(long orderCode) {
        return byOrderCode.containsKey(orderCode);
    }

    /** Finds a link by its id (32 characters) or by its order code. */
    Optional<SandboxLink> find(String idOrOrderCode) {
        Long orderCode = orderCodeById.get(idOrOrderCode);
        if (orderCode == null && idOrOrderCode.matches("\\d{1,16}")) {
            orderCode = Long.valueOf(idOrOrderCode);
        }
        return orderCode == null
                ? Optional.empty()
                : Optional.ofNullable(byOrderCode.get(orderCode));
    }

    /**
     * Finds the link that a transfer text belongs to: by PayOS' routing code, the text's first
     * word.
     */
    Optional<SandboxLink> findByMemo(String memo) {
        String routingCode = memo.strip().split(" ", 2)[0];
        return Optional.ofNullable(orderCodeByRoutingCode.get(routingCode)).map(byOrderCode::get);
    }

    /** Changes a link as one step; steps on one link wait for each other. */
    SandboxLink update(long orderCode, UnaryOperator<SandboxLink> change) {
        SandboxLink changed =
                byOrderCode.computeIfPresent(orderCode, (code, link) -> change.apply(link));
        if (changed == null) {
            throw new NoSuchElementException("No payment link has order code " + orderCode);
        }
        onChange.run();
        return changed;
    }

    /** Takes a bank reference; false if it was taken before. */
    boolean takeReference(String reference) {
        return references.add(reference);
    }

    List<SandboxLink> newestFirst() {
        return byOrderCode.values().stream()
                .sorted(
                        Comparator.comparing(SandboxLink::createdAt)
                                .thenComparingLong(SandboxLink::orderCode)
                                .reversed())
                .toList();
    }

    void clear() {
        byOrderCode.clear();
        orderCodeById.clear();
        orderCodeByRoutingCode.clear();
        references.clear();
        onChange.run();
    }

    private void index(SandboxLink link) {
        orderCodeById.put(link.id(), link.orderCode());
        orderCodeByRoutingCode.put(link.routingCode(), link.orderCode());
        link.transfers().forEach(transfer -> references.add(transfer.reference()));
    }
}
