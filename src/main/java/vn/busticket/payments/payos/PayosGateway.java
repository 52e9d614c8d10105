package vn.busticket.payments.payos;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway;
import vn.busticket.payments.PayoutAnswer;
import vn.busticket.payments.PayoutOrder;
import vn.busticket.shared.Vnd;
import vn.payos.exception.APIException;
import vn.payos.exception.ConnectionException;
import vn.payos.exception.InvalidSignatureException;
import vn.payos.exception.PayOSException;
import vn.payos.exception.TooManyRequestsException;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkRequest;
import vn.payos.model.v2.paymentRequests.CreatePaymentLinkResponse;
import vn.payos.model.v2.paymentRequests.PaymentLink;
import vn.payos.model.webhooks.ConfirmWebhookResponse;

/** PayOS through its official SDK; everything it throws becomes an answer. */
@Component
class PayosGateway implements PaymentGateway {

    static final String NAME = "payos";

    private static final String UNKNOWN_ORDER_CODE = "101";
    private static final String ORDER_CODE_USED = "231";
    private static final String NO_CODE = "http";
    private static final int SERVER_ERROR = 500;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int NOT_FOUND = 404;

    private final PayosChannel channel;
    private final PayosCalls payos;
    private final PayosProperties properties;
    private final PayosTransfers transfers;
    private final PayosMessages messages;
    private final PayosPayouts payouts;
    private final String publicAddress;

    PayosGateway(
            PayosChannel channel,
            PayosProperties properties,
            PayosTransfers transfers,
            PayosMessages messages,
            PayosPayouts payouts,
            @Value("${busticket.base-url}") String publicAddress) {
        this.channel = channel;
        this.payos = new PayosCalls(channel.sdk());
        this.properties = properties;
        this.transfers = transfers;
        this.messages = messages;
        this.payouts = payouts;
        this.publicAddress = publicAddress.replaceFirst("/+$", "");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CreateAnswer create(LinkRequest request) {
        var wanted =
                CreatePaymentLinkRequest.builder()
                        .orderCode(request.orderCode())
                        .amount(request.amount().dong())
                        .description(request.description())
                        .returnUrl(publicAddress + "/payment/success/" + request.token())
                        .cancelUrl(publicAddress + "/payment/failure/" + request.token())
                        .expiredAt(request.expiresAt().getEpochSecond())
                        .build();
        return ask(() -> new Created(link(payos.create(wanted))), PayosGateway::refusedToCreate);
    }

    @Override
    public LookupAnswer get(long orderCode) {
        return ask(() -> new Found(record(payos.get(orderCode))), PayosGateway::refusedToTell);
    }

    @Override
    public LookupAnswer cancel(long orderCode) {
        return ask(() -> new Found(record(payos.cancel(orderCode))), PayosGateway::refusedToTell);
    }

    @Override
    public Message verify(byte[] body) {
        return messages.read(body);
    }

    @Override
    public RegisterAnswer register(String webhookUrl) {
        return ask(
                () -> new Registered(named(payos.confirm(webhookUrl))),
                answer -> new Refused(inItsWords(answer)));
    }

    @Override
    public boolean canRefund() {
        return payouts.areOn();
    }

    @Override
    public PayoutAnswer refund(PayoutOrder order) {
        return payouts.send(order);
    }

    @Override
    public PayoutAnswer refundState(PayoutOrder order) {
        return payouts.find(order);
    }

    /**
     * Tells apart what was refused, what is unknown and what has to wait. The SDK throws its own
     * exceptions for HTTP and signatures; IllegalArgumentException or NullPointerException stand
     * for an answer that has something else in a field, or lacks one.
     */
    @SuppressWarnings("unchecked")
    private <A> A ask(Supplier<? extends A> call, Function<APIException, ? extends A> refused) {
        try {
            return call.get();
        } catch (TooManyRequestsException busy) {
            return (A) new Busy(channel.retryAfter().ofLastCall());
        } catch (APIException answer) {
            int status = answer.getStatusCode().orElse(SERVER_ERROR);
            return status >= SERVER_ERROR || status == REQUEST_TIMEOUT || status == NOT_FOUND
                    ? (A) new Unknown("HTTP " + status)
                    : refused.apply(answer);
        } catch (ConnectionException noAnswer) {
            return (A) new Unknown("no answer");
        } catch (InvalidSignatureException forged) {
            return (A) new Unknown("wrong signature");
        } catch (PayOSException | IllegalArgumentException | NullPointerException unreadable) {
            return (A) new Unknown("unreadable: " + unreadable.getClass().getSimpleName());
        }
    }

    private static String named(ConfirmWebhookResponse confirmed) {
        return Stream.of(confirmed.getShortName(), confirmed.getAccountName())
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String code(APIException answer) {
        return answer.getErrorCode()
                .orElseGet(() -> NO_CODE + answer.getStatusCode().orElse(SERVER_ERROR));
    }

    private static String inItsWords(APIException answer) {
        return code(answer) + answer.getErrorDesc().map(words -> " " + words).orElse("");
    }

    private static CreateAnswer refusedToCreate(APIException answer) {
        var code = code(answer);
        return ORDER_CODE_USED.equals(code) ? new OrderCodeUsed() : new Refused(code);
    }

    private static LookupAnswer refusedToTell(APIException answer) {
        var code = code(answer);
        return UNKNOWN_ORDER_CODE.equals(code) ? new NotFound() : new Refused(code);
    }

    private static Link link(CreatePaymentLinkResponse made) {
        return new Link(
                made.getPaymentLinkId(),
                made.getCheckoutUrl(),
                made.getQrCode(),
                made.getBin(),
                made.getAccountNumber(),
                made.getAccountName(),
                made.getDescription());
    }

    private LinkRecord record(PaymentLink found) {
        var link =
                new Link(
                        found.getId(),
                        properties.payPage(found.getId()),
                        null,
                        null,
                        null,
                        null,
                        null);
        List<vn.payos.model.v2.paymentRequests.Transaction> listed =
                found.getTransactions() == null ? List.of() : found.getTransactions();
        return new LinkRecord(
                link,
                new Vnd(found.getAmount()),
                new Vnd(found.getAmountPaid()),
                LinkStatus.valueOf(found.getStatus().name()),
                transfers.time(found.getCreatedAt()).orElse(Instant.MAX),
                listed.stream()
                        .map(transaction -> transfers.of(transaction, found.getOrderCode()))
                        .toList());
    }
}
