package vn.busticket.payments;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentGateway.Found;
import vn.busticket.payments.PaymentGateway.LinkRecord;
import vn.busticket.payments.PaymentGateway.LinkStatus;
import vn.busticket.payments.PaymentGateway.LookupAnswer;
import vn.busticket.payments.PaymentGateway.Refused;

/**
 * Gives somebody who waits a link with a QR code in place of one that was only found again. The old
 * one is ended first and its record asked for, so that two can never be paid for one wish.
 */
@Component
class LinkReplacement {

    private final GatewayCalls gateway;
    private final LookupAnswers answers;
    private final AttemptSuccession succession;
    private final LinkCreation links;

    LinkReplacement(
            GatewayCalls gateway,
            LookupAnswers answers,
            AttemptSuccession succession,
            LinkCreation links) {
        this.gateway = gateway;
        this.answers = answers;
        this.succession = succession;
        this.links = links;
    }

    /** Ends the link and makes another, unless it was paid or nobody knows. May be repeated. */
    void replace(Attempt attempt, Urgency urgency) {
        var answer = end(attempt, urgency);
        var successor =
                answer instanceof Found(var record) && isOverAndUnpaid(record)
                        ? succession.succeed(attempt.id())
                        : Optional.<Attempt>empty();
        successor.ifPresentOrElse(
                next -> links.create(next, Urgency.NOW), () -> answers.take(attempt, answer));
    }

    private LookupAnswer end(Attempt attempt, Urgency urgency) {
        var answer = gateway.cancel(attempt, urgency);
        return answer instanceof Refused ? gateway.get(attempt, Urgency.NOW) : answer;
    }

    private static boolean isOverAndUnpaid(LinkRecord record) {
        return (record.status() == LinkStatus.CANCELLED || record.status() == LinkStatus.EXPIRED)
                && !record.amountPaid().isPositive()
                && record.transactions().isEmpty();
    }
}
