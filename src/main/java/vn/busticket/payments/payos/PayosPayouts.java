package vn.busticket.payments.payos;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayoutAnswer;
import vn.busticket.payments.PayoutAnswer.Busy;
import vn.busticket.payments.PayoutAnswer.Different;
import vn.busticket.payments.PayoutAnswer.NotKnown;
import vn.busticket.payments.PayoutAnswer.Refused;
import vn.busticket.payments.PayoutAnswer.Taken;
import vn.busticket.payments.PayoutAnswer.Unknown;
import vn.busticket.payments.PayoutOrder;
import vn.busticket.payments.PayoutState;
import vn.payos.exception.APIException;
import vn.payos.exception.ConnectionException;
import vn.payos.exception.InvalidSignatureException;
import vn.payos.exception.PayOSException;
import vn.payos.exception.TooManyRequestsException;
import vn.payos.model.v1.payouts.GetPayoutListParams;
import vn.payos.model.v1.payouts.Payout;
import vn.payos.model.v1.payouts.PayoutApprovalState;
import vn.payos.model.v1.payouts.PayoutRequests;
import vn.payos.model.v1.payouts.PayoutTransaction;

/**
 * Payouts through the official SDK, with the keys of the payout channel; everything it throws
 * becomes an answer. Read in vn.payos:payos-java 2.0.1: paths, fields, states, both signatures in
 * the header x-signature. Inferred, because PayOS documents it nowhere: that a repeated idempotency
 * key pays nothing twice, that a payout is found by its reference at once, which codes refuse.
 */
@Component
class PayosPayouts {

    private static final Logger log = LoggerFactory.getLogger(PayosPayouts.class);
    private static final List<String> CATEGORY = List.of("refund");
    private static final List<String> OUR_KEYS_ARE_REFUSED = List.of("401", "403", "214");
    private static final int SERVER_ERROR = 500;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int SHOWN_DIGITS = 4;

    private final @Nullable PayosChannel channel;

    PayosPayouts(PayosPayoutProperties keys, PayosProperties properties, RetryAfter retryAfter) {
        this.channel =
                keys.areGiven()
                        ? PayosConfiguration.channel(
                                keys.clientId(),
                                keys.apiKey(),
                                keys.checksumKey(),
                                properties.baseUrl(),
                                retryAfter)
                        : null;
    }

    boolean areOn() {
        return channel != null;
    }

    PayoutAnswer send(PayoutOrder order) {
        var wanted =
                PayoutRequests.builder()
                        .referenceId(order.reference())
                        .amount(order.amount().dong())
                        .description(order.description())
                        .toBin(order.account().bankBin())
                        .toAccountNumber(order.account().number())
                        .category(CATEGORY)
                        .build();
        return ask(() ->
                told(channel().sdk().payouts().create(wanted, order.idempotencyKey()), order));
    }

    /** What it answers to a name that it does not know is not documented; its list decides. */
    PayoutAnswer find(PayoutOrder order) {
        if (order.payoutId() == null) {
            return ask(() -> search(order));
        }
        var answer = ask(() -> told(channel().sdk().payouts().get(order.payoutId()), order));
        return answer instanceof Refused ? ask(() -> search(order)) : answer;
    }

    private PayoutAnswer search(PayoutOrder order) {
        var wanted = GetPayoutListParams.builder().referenceId(order.reference()).build();
        return channel().sdk().payouts().list(wanted).getItems().stream()
                .filter(payout -> order.reference().equals(payout.getReferenceId()))
                .findFirst()
                .map(payout -> told(payout, order))
                .orElseGet(NotKnown::new);
    }

    private PayoutAnswer told(Payout payout, PayoutOrder order) {
        var found =
                Optional.ofNullable(payout.getTransactions()).orElse(List.of()).stream()
                        .findFirst();
        if (found.isEmpty()) {
            return new Taken(payout.getId(), state(payout.getApprovalState()), null);
        }
        var transaction = found.get();
        if (!isOurs(transaction, order)) {
            log.error("a payout of our reference is not ours reference={}", order.reference());
            return new Different(words(transaction));
        }
        return new Taken(
                payout.getId(),
                state(payout.getApprovalState(), transaction),
                transaction.getErrorCode());
    }

    /** What it is there, the account only with its end. */
    private static String words(PayoutTransaction transaction) {
        var account = String.valueOf(transaction.getToAccountNumber());
        return "%d to %s •••%s"
                .formatted(
                        transaction.getAmount(),
                        transaction.getToBin(),
                        account.substring(Math.max(0, account.length() - SHOWN_DIGITS)));
    }

    private static boolean isOurs(PayoutTransaction transaction, PayoutOrder order) {
        return transaction.getAmount() == order.amount().dong()
                && order.account().bankBin().equals(transaction.getToBin())
                && order.account().number().equals(transaction.getToAccountNumber());
    }

    /** The transfer's own word counts, unless the whole payout was called off before it began. */
    private static PayoutState state(PayoutApprovalState approval, PayoutTransaction transaction) {
        var state = PayoutState.valueOf(transaction.getState().name());
        return state == PayoutState.RECEIVED ? state(approval) : state;
    }

    private static PayoutState state(PayoutApprovalState approval) {
        return switch (approval) {
            case REJECTED, CANCELLED -> PayoutState.CANCELLED;
            case FAILED -> PayoutState.FAILED;
            case DRAFTING, SUBMITTED, APPROVED, SCHEDULED -> PayoutState.RECEIVED;
            case PROCESSING, PARTIAL_COMPLETED, COMPLETED -> PayoutState.PROCESSING;
        };
    }

    private PayoutAnswer ask(Supplier<PayoutAnswer> call) {
        try {
            return call.get();
        } catch (TooManyRequestsException busy) {
            return new Busy(channel().retryAfter().ofLastCall());
        } catch (APIException answer) {
            return refused(answer);
        } catch (ConnectionException noAnswer) {
            return new Unknown("no answer");
        } catch (InvalidSignatureException forged) {
            return new Unknown("wrong signature");
        } catch (PayOSException | IllegalArgumentException | NullPointerException unreadable) {
            return new Unknown("unreadable: " + unreadable.getClass().getSimpleName());
        }
    }

    /** Only a refusal in PayOS' own words is one; our keys being refused is no refund's fault. */
    private static PayoutAnswer refused(APIException answer) {
        int status = answer.getStatusCode().orElse(SERVER_ERROR);
        var code = answer.getErrorCode().orElse("");
        if (OUR_KEYS_ARE_REFUSED.contains(code) || (status != OK && status != BAD_REQUEST)) {
            return new Unknown("HTTP " + status + " " + code);
        }
        return code.isEmpty() ? new Unknown("HTTP " + status) : new Refused(code);
    }

    private PayosChannel channel() {
        if (channel == null) {
            throw new IllegalStateException("Payouts are off: PAYOS_PAYOUT_CLIENT_ID is not set");
        }
        return channel;
    }

    @PreDestroy
    void close() {
        if (channel != null) {
            channel.close();
        }
    }
}
