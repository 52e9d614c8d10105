package vn.busticket.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * The seam to a payment gateway. No method throws for anything that the gateway or the network
 * does; every method may take seconds, so none is called inside a database transaction.
 */
public interface PaymentGateway {

    /** Name of the gateway, stored with every attempt and transfer. */
    String name();

    /** Makes a link that can be paid. */
    CreateAnswer create(LinkRequest request);

    /** Asks for the gateway's own record of an order code. */
    LookupAnswer get(long orderCode);

    /** Ends a link; refused by the gateway if it has ended already. */
    LookupAnswer cancel(long orderCode);

    /** Reads what the gateway sent by itself, and believes it only under its signature. */
    Message verify(byte[] body);

    /** Asks the gateway to send what happens to an address, which it tries out first. */
    RegisterAnswer register(String webhookUrl);

    /** True if it can pay money out, so that refunds need not be transferred by hand. */
    default boolean canRefund() {
        return false;
    }

    /** Pays out, once for each idempotency key however often it is asked. */
    default PayoutAnswer refund(PayoutOrder order) {
        throw new UnsupportedOperationException(name() + " pays nothing out");
    }

    /** Asks what became of a payout. */
    default PayoutAnswer refundState(PayoutOrder order) {
        throw new UnsupportedOperationException(name() + " pays nothing out");
    }

    /** What a link is made from; {@code token} goes into the addresses to return to. */
    record LinkRequest(
            long orderCode, Vnd amount, String description, Instant expiresAt, String token) {}

    /**
     * What is known about a link; texts that only the answer to creating it carries may be absent.
     */
    record Link(
            String linkId,
            String checkoutUrl,
            @Nullable String qrText,
            @Nullable String bankBin,
            @Nullable String accountNumber,
            @Nullable String accountName,
            @Nullable String transferText) {}

    /** The gateway's record of a link. */
    record LinkRecord(
            Link link,
            Vnd amount,
            Vnd amountPaid,
            LinkStatus status,
            Instant createdAt,
            List<GatewayTransaction> transactions) {}

    /** The gateway's word for where a link stands. */
    enum LinkStatus {
        /** Can be paid. */
        PENDING,
        /** Being paid; not certain yet. */
        PROCESSING,
        /** Paid in part. */
        UNDERPAID,
        /** Paid. */
        PAID,
        /** Given up. */
        CANCELLED,
        /** Out of time. */
        EXPIRED,
        /** Failed. */
        FAILED
    }

    /** What the gateway sent by itself. */
    sealed interface Message {}

    /** A bank transfer arrived. */
    record TransferTold(GatewayTransaction transfer) implements Message {}

    /** Paying failed, with the gateway's code. */
    record FailureTold(long orderCode, String code) implements Message {}

    /** Genuine, and nothing has happened yet. */
    record NothingYet() implements Message {}

    /** Genuine, and only tries whether we can be reached. */
    record Trial() implements Message {}

    /** Not under the gateway's signature. */
    record Forged() implements Message {}

    /** Not what the gateway sends. */
    record NotUnderstood(String why) implements Message {}

    /** An answer to registering our address. */
    sealed interface RegisterAnswer {}

    /** The address was tried out and is called from now on; {@code account} names the channel. */
    record Registered(String account) implements RegisterAnswer {}

    /** An answer to creating a link. */
    sealed interface CreateAnswer {}

    /** An answer to asking for a link or ending it. */
    sealed interface LookupAnswer {}

    /** The link exists now. */
    record Created(Link link) implements CreateAnswer {}

    /** The order code has a link already, perhaps ours, from a call whose answer was lost. */
    record OrderCodeUsed() implements CreateAnswer {}

    /** The gateway's record. */
    record Found(LinkRecord record) implements LookupAnswer {}

    /** The gateway knows no such order code. */
    record NotFound() implements LookupAnswer {}

    /** Refused for good, with the gateway's code. */
    record Refused(String code) implements CreateAnswer, LookupAnswer, RegisterAnswer {}

    /** Nobody knows whether it was done: no answer, or one that cannot be read. */
    record Unknown(String reason) implements CreateAnswer, LookupAnswer, RegisterAnswer {}

    /** Not done; the gateway asks everybody to wait. */
    record Busy(Duration retryAfter) implements CreateAnswer, LookupAnswer, RegisterAnswer {}
}
