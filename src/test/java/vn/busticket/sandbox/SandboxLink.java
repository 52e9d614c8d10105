package vn.busticket.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment link as PayOS keeps it.
 *
 * @param memo the transfer text of the QR: the merchant's description behind PayOS' routing code
 * @param expiredAt Unix seconds, absent for a link without an end
 * @param request what the merchant sent, word for word
 */
public record SandboxLink(
        String id,
        long orderCode,
        long amount,
        String routingCode,
        String memo,
        String returnUrl,
        String cancelUrl,
        @Nullable Long expiredAt,
        Instant createdAt,
        LinkStatus status,
        @Nullable Instant canceledAt,
        @Nullable String cancellationReason,
        List<SandboxTransfer> transfers,
        Map<String, @Nullable Object> request) {

    /** The money that arrived for this link, whatever its status. */
    @JsonIgnore
    public long amountPaid() {
        return transfers.stream().mapToLong(SandboxTransfer::amount).sum();
    }

    /** The money still missing, never negative. */
    @JsonIgnore
    public long amountRemaining() {
        return Math.max(0, amount - amountPaid());
    }

    /** The status at a time: a link that got no money expires by itself. */
    public LinkStatus statusAt(Instant now) {
        boolean lapsed = expiredAt != null && expiredAt <= now.getEpochSecond();
        boolean waits = status == LinkStatus.PENDING || status == LinkStatus.FAILED;
        return waits && lapsed ? LinkStatus.EXPIRED : status;
    }

    /** Adds a transfer; late money is kept but does not revive a link that has ended. */
    SandboxLink receive(SandboxTransfer transfer, Instant now) {
        List<SandboxTransfer> all = new ArrayList<>(transfers);
        all.add(transfer);
        long paid = amountPaid() + transfer.amount();
        LinkStatus before = statusAt(now);
        LinkStatus after =
                before.isOpen()
                        ? (paid >= amount ? LinkStatus.PAID : LinkStatus.UNDERPAID)
                        : before;
        return with(after, canceledAt, cancellationReason, List.copyOf(all));
    }

    SandboxLink cancel(@Nullable String reason, Instant now) {
        return with(LinkStatus.CANCELLED, now, reason, transfers);
    }

    /** Takes another status, unless the link has ended. */
    SandboxLink become(LinkStatus next, Instant now) {
        return statusAt(now).isOpen()
                ? with(next, canceledAt, cancellationReason, transfers)
                : this;
    }

    private SandboxLink with(
            LinkStatus newStatus,
            @Nullable Instant cancelled,
            @Nullable String reason,
            List<SandboxTransfer> received) {
        return new SandboxLink(
                id,
                orderCode,
                amount,
                routingCode,
                memo,
                returnUrl,
                cancelUrl,
                expiredAt,
                createdAt,
                newStatus,
                cancelled,
                reason,
                received,
                request);
    }
}
