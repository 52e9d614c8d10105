package vn.busticket.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The bank beside PayOS: takes transfers to the merchant's account and has PayOS tell of them. */
final class Bank {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuDDD").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final LinkStore links;
    private final Webhooks webhooks;
    private final WebhookBody bodies;
    private final BankAccount account;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Bank(LinkStore links, Webhooks webhooks, WebhookBody bodies, BankAccount account, Clock clock) {
        this.links = links;
        this.webhooks = webhooks;
        this.bodies = bodies;
        this.account = account;
        this.clock = clock;
    }

    SandboxTransfer transfer(
            long orderCode, long amount, @Nullable String wantedReference, Payer payer) {
        SandboxLink before = link(orderCode);
        Instant now = clock.instant();
        String reference = wantedReference == null ? reference(now) : wantedReference;
        SandboxTransfer transfer =
                new SandboxTransfer(reference, amount, before.memo(), now, payer);
        if (!links.takeReference(reference)) {
            throw new IllegalArgumentException(
                    "The bank has used reference " + reference + " before");
        }
        SandboxLink after = links.update(orderCode, link -> link.receive(transfer, now));
        webhooks.send(orderCode, reference, bodies.signed(bodies.data(after, transfer)));
        return transfer;
    }

    /** Pays as a bank app does: account, amount and link come from the QR's text alone. */
    SandboxTransfer payByQr(VietQr qr, long amount, Payer payer) {
        if (!qr.bin().equals(account.bin()) || !qr.account().equals(account.accountNumber())) {
            throw new IllegalArgumentException(
                    "The QR names another account: " + qr.bin() + " " + qr.account());
        }
        SandboxLink link =
                links.findByMemo(qr.memo())
                        .orElseThrow(() ->
                                new NoSuchElementException(
                                        "No payment link has the transfer text " + qr.memo()));
        return transfer(link.orderCode(), amount, null, payer);
    }

    /** Puts a link into another status, unless it has ended. */
    SandboxLink become(long orderCode, LinkStatus next) {
        Instant now = clock.instant();
        return links.update(orderCode, link -> link.become(next, now));
    }

    /**
     * The bank refuses the payer's transfer: no money, but PayOS tells of it with a code other than
     * 00.
     */
    void refuse(long orderCode, String code, String reason) {
        Instant now = clock.instant();
        SandboxLink link = become(orderCode, LinkStatus.FAILED);
        SandboxTransfer attempted =
                new SandboxTransfer(reference(now), link.amount(), link.memo(), now, Payer.UNKNOWN);
        Map<String, @Nullable Object> data = bodies.data(link, attempted);
        data.put("code", code);
        data.put("desc", reason);
        webhooks.send(orderCode, attempted.reference(), bodies.signed(data));
    }

    SandboxLink link(long orderCode) {
        return links.find(Long.toString(orderCode))
                .orElseThrow(() ->
                        new NoSuchElementException("No payment link has order code " + orderCode));
    }

    private String reference(Instant now) {
        StringBuilder reference = new StringBuilder("FT").append(DAY.format(now));
        random.ints(9, 0, DIGITS.length()).forEach(at -> reference.append(DIGITS.charAt(at)));
        return reference.toString();
    }
}
