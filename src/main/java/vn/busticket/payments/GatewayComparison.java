package vn.busticket.payments;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.Busy;
import vn.busticket.payments.PaymentGateway.Found;
import vn.busticket.payments.PaymentGateway.LinkRecord;
import vn.busticket.payments.PaymentGateway.NotFound;
import vn.busticket.payments.PaymentGateway.Refused;
import vn.busticket.payments.PaymentGateway.Unknown;
import vn.busticket.shared.Vnd;

/**
 * Compares an attempt with the gateway's record of it. What the gateway knows and we do not is
 * taken over at once; the difference is still told, because a webhook and all checks have missed
 * it.
 */
@Component
class GatewayComparison {

    private static final String NOTHING = "-";

    private final GatewayCalls gateway;
    private final BankTransactionRepository transactions;
    private final IncomingTransfers transfers;
    private final AttemptRepository attempts;
    private final GatewayRecords records;
    private final Clock clock;

    GatewayComparison(
            GatewayCalls gateway,
            BankTransactionRepository transactions,
            IncomingTransfers transfers,
            AttemptRepository attempts,
            GatewayRecords records,
            Clock clock) {
        this.gateway = gateway;
        this.transactions = transactions;
        this.transfers = transfers;
        this.attempts = attempts;
        this.records = records;
        this.clock = clock;
    }

    /** Asks the gateway about an attempt and says in what the two differ. */
    Compared compare(Attempt attempt) {
        return switch (gateway.get(attempt, Urgency.LAST)) {
            case Found(var record) -> Compared.found(compare(attempt, record));
            case NotFound() -> Compared.found(missing(attempt));
            case Refused(var code) -> Compared.found(List.of(noAnswer(attempt, code)));
            case Unknown(var reason) -> Compared.found(List.of(noAnswer(attempt, reason)));
            case Busy(var retryAfter) -> Compared.later(retryAfter);
        };
    }

    private static Difference noAnswer(Attempt attempt, String reason) {
        return Difference.of(DifferenceKind.NO_ANSWER, attempt.state().name(), reason)
                .about(attempt);
    }

    /** A link that we never heard of may never have been made. */
    private static List<Difference> missing(Attempt attempt) {
        return attempt.linkId() == null
                ? List.of()
                : List.of(
                        Difference.of(
                                        DifferenceKind.MISSING_AT_GATEWAY,
                                        attempt.state().name(),
                                        NOTHING)
                                .about(attempt));
    }

    private List<Difference> compare(Attempt attempt, LinkRecord record) {
        if (attempt.linkId() == null && !attempt.owns(record)) {
            return List.of();
        }
        var found = new ArrayList<Difference>();
        for (var told : record.transactions()) {
            compare(told).map(difference -> difference.about(attempt)).ifPresent(found::add);
        }
        found.addAll(unlisted(attempt, record));
        amounts(attempt, record).map(difference -> difference.about(attempt)).ifPresent(found::add);
        state(attempts.find(attempt.id()).orElseThrow(), record)
                .map(difference -> difference.about(attempt))
                .ifPresent(found::add);
        return found;
    }

    private Optional<Difference> compare(GatewayTransaction told) {
        var known = transactions.find(told);
        if (known.isEmpty()) {
            var recorded = transfers.take(told);
            return Optional.of(
                    Difference.of(DifferenceKind.MISSING_TRANSACTION, NOTHING, dong(told.amount()))
                            .about(recorded.transaction())
                            .healed());
        }
        return known.filter(ours -> !ours.saysTheSameAs(told))
                .map(ours ->
                        Difference.of(
                                        DifferenceKind.AMOUNT_DIFFERS,
                                        dong(ours.amount()) + " for " + ours.orderCode(),
                                        dong(told.amount()) + " for " + told.orderCode())
                                .about(ours.recorded().transaction()));
    }

    private List<Difference> unlisted(Attempt attempt, LinkRecord record) {
        var listed =
                record.transactions().stream().map(GatewayTransaction::reference).collect(toSet());
        return transactions.ofOrderCode(attempt.gateway(), attempt.orderCode()).stream()
                .filter(ours -> !listed.contains(ours.reference()))
                .map(ours ->
                        Difference.of(
                                        DifferenceKind.UNKNOWN_AT_GATEWAY,
                                        dong(ours.amount()),
                                        NOTHING)
                                .about(attempt)
                                .about(ours.id()))
                .toList();
    }

    private static Optional<Difference> amounts(Attempt attempt, LinkRecord record) {
        var listed =
                Vnd.sum(record.transactions().stream().map(GatewayTransaction::amount).toList());
        if (!record.amount().equals(attempt.amount())) {
            return Optional.of(
                    Difference.of(
                            DifferenceKind.AMOUNT_DIFFERS,
                            dong(attempt.amount()),
                            dong(record.amount())));
        }
        return listed.equals(record.amountPaid())
                ? Optional.empty()
                : Optional.of(
                        Difference.of(
                                DifferenceKind.AMOUNT_DIFFERS,
                                dong(attempt.received()),
                                dong(record.amountPaid()) + " paid, " + dong(listed) + " listed"));
    }

    private Optional<Difference> state(Attempt attempt, LinkRecord record) {
        var difference =
                Difference.of(
                        DifferenceKind.STATE_DIFFERS,
                        attempt.state().name(),
                        record.status().name());
        return switch (record.status()) {
            case PENDING, PROCESSING, UNDERPAID -> {
                if (!attempt.state().isFailure()) {
                    yield Optional.empty();
                }
                attempts.requestClose(attempt.id(), clock.instant(), clock.instant());
                yield Optional.of(difference.healed());
            }
            case PAID ->
                    attempt.state() == AttemptState.PAID
                            ? Optional.empty()
                            : Optional.of(difference);
            case CANCELLED, EXPIRED, FAILED -> {
                if (!attempt.state().isOpen()) {
                    yield Optional.empty();
                }
                records.apply(attempt, record);
                yield Optional.of(difference.healed());
            }
        };
    }

    private static String dong(Vnd amount) {
        return Long.toString(amount.dong());
    }
}
