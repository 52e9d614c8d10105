package vn.busticket.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.busticket.shared.Vnd;

/**
 * A second gateway, unlike PayOS wherever the seam allows: no QR code, messages of its own form
 * under a signature of its own. Kept in memory.
 */
public final class PaperGateway implements PaymentGateway {

    /** Its name, for the settings. */
    public static final String NAME = "paper";

    private static final String SECRET = "ink";

    private final Map<Long, LinkRecord> links = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CreateAnswer create(LinkRequest request) {
        var link =
                new Link(
                        "paper-" + request.orderCode(),
                        "https://paper.example/" + request.orderCode(),
                        null,
                        null,
                        null,
                        null,
                        null);
        var record =
                new LinkRecord(
                        link,
                        request.amount(),
                        Vnd.ZERO,
                        LinkStatus.PENDING,
                        request.expiresAt().minusSeconds(900),
                        List.of());
        return links.putIfAbsent(request.orderCode(), record) == null
                ? new Created(link)
                : new OrderCodeUsed();
    }

    @Override
    public LookupAnswer get(long orderCode) {
        return Optional.ofNullable(links.get(orderCode))
                .<LookupAnswer>map(Found::new)
                .orElseGet(NotFound::new);
    }

    @Override
    public LookupAnswer cancel(long orderCode) {
        var link = links.get(orderCode);
        if (link == null) {
            return new NotFound();
        }
        if (link.status() != LinkStatus.PENDING) {
            return new Refused("over");
        }
        links.put(orderCode, with(link, LinkStatus.CANCELLED, link.transactions()));
        return get(orderCode);
    }

    @Override
    public Message verify(byte[] body) {
        var fields = new String(body, StandardCharsets.UTF_8).split(";");
        if (fields.length != 4) {
            return new NotUnderstood("four fields make a message");
        }
        if (!fields[3].equals(seal(fields[0], fields[1], fields[2]))) {
            return new Forged();
        }
        return new TransferTold(
                transfer(Long.parseLong(fields[0]), fields[1], Long.parseLong(fields[2])));
    }

    @Override
    public RegisterAnswer register(String webhookUrl) {
        return new Registered("paper");
    }

    /** Somebody pays; the message that tells it. */
    public byte[] pay(long orderCode) {
        var link = Optional.ofNullable(links.get(orderCode)).orElseThrow();
        var reference = UUID.randomUUID().toString();
        var transfers = new ArrayList<>(link.transactions());
        transfers.add(transfer(orderCode, reference, link.amount().dong()));
        links.put(orderCode, with(link, LinkStatus.PAID, transfers));
        var amount = Long.toString(link.amount().dong());
        var code = Long.toString(orderCode);
        return String.join(";", code, reference, amount, seal(code, reference, amount))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static LinkRecord with(
            LinkRecord link, LinkStatus status, List<GatewayTransaction> transfers) {
        return new LinkRecord(
                link.link(),
                link.amount(),
                Vnd.sum(transfers.stream().map(GatewayTransaction::amount).toList()),
                status,
                link.createdAt(),
                transfers);
    }

    private static GatewayTransaction transfer(long orderCode, String reference, long amount) {
        return new GatewayTransaction(
                NAME,
                reference,
                orderCode,
                new Vnd(amount),
                Instant.parse("2026-11-23T03:00:00Z"),
                null,
                null,
                new GatewayTransaction.Payer(null, null, null, null),
                GatewayTransaction.Source.WEBHOOK,
                GatewayTransaction.DONG);
    }

    private static String seal(String orderCode, String reference, String amount) {
        return Integer.toHexString((SECRET + orderCode + reference + amount).hashCode());
    }
}
