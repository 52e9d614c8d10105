package vn.busticket.payments;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayoutAnswer.Busy;
import vn.busticket.payments.PayoutAnswer.Different;
import vn.busticket.payments.PayoutAnswer.NotKnown;
import vn.busticket.payments.PayoutAnswer.Refused;
import vn.busticket.payments.PayoutAnswer.Taken;
import vn.busticket.payments.PayoutAnswer.Unknown;
import vn.busticket.payments.PayoutBooks.Account;

/**
 * Compares a payout with the gateway's record of it. What the gateway has decided and we do not
 * know is taken over at once; the difference is still told, because all checks have missed it.
 */
@Component
class PayoutComparison {

    private static final String NOTHING = "-";

    private final PayoutBooks books;
    private final GatewayCalls gateway;

    PayoutComparison(PayoutBooks books, GatewayCalls gateway) {
        this.books = books;
        this.gateway = gateway;
    }

    /** Asks the gateway about a payout and says in what the two differ. */
    Compared compare(long payout) {
        var account = books.account(payout);
        return switch (gateway.payoutState(account.payout(), Urgency.LAST)) {
            case Taken taken -> compare(account, taken);
            case Different(var told) ->
                    found(account, DifferenceKind.PAYOUT_AMOUNT_DIFFERS, ordered(account), told);
            case NotKnown() -> missing(account);
            case Refused(var code) ->
                    found(account, DifferenceKind.NO_ANSWER, account.word(), code);
            case Unknown(var reason) ->
                    found(account, DifferenceKind.NO_ANSWER, account.word(), reason);
            case Busy(var retryAfter) -> Compared.later(retryAfter);
        };
    }

    /** One that the gateway never spoke about may never have reached it. */
    private static Compared missing(Account account) {
        var outcome = account.payout().outcome();
        var isSaidToBeThere =
                outcome == PayoutOutcome.SUCCEEDED
                        || outcome == null && account.payout().order().payoutId() != null;
        return isSaidToBeThere
                ? found(account, DifferenceKind.PAYOUT_MISSING, account.word(), NOTHING)
                : Compared.alike();
    }

    private Compared compare(Account before, Taken taken) {
        if (isAlike(before.payout().outcome(), taken.state())) {
            return Compared.alike();
        }
        books.answered(before.payout(), taken);
        var after = books.account(before.payout().id());
        var difference =
                difference(
                        before,
                        isPaidTwice(after, taken)
                                ? DifferenceKind.PAID_OUT_TWICE
                                : DifferenceKind.PAYOUT_STATE_DIFFERS,
                        before.word(),
                        taken.state().name());
        return Compared.found(
                isAlike(after.payout().outcome(), taken.state())
                        ? difference.healed()
                        : difference);
    }

    private static boolean isPaidTwice(Account after, Taken taken) {
        return taken.state() == PayoutState.SUCCEEDED
                && after.payout().outcome() != PayoutOutcome.SUCCEEDED
                && !after.refund().state().isStillWithUs();
    }

    private static boolean isAlike(@Nullable PayoutOutcome ours, PayoutState theirs) {
        if (ours == null) {
            return theirs.isOpen();
        }
        return switch (ours) {
            case SUCCEEDED -> theirs == PayoutState.SUCCEEDED;
            case FAILED, CLOSED -> theirs.isUnpaid();
        };
    }

    private static String ordered(Account account) {
        var order = account.payout().order();
        return "%d to %s %s"
                .formatted(
                        order.amount().dong(),
                        order.account().bankBin(),
                        order.account().maskedNumber());
    }

    private static Compared found(
            Account account, DifferenceKind kind, String ours, String theirs) {
        return Compared.found(difference(account, kind, ours, theirs));
    }

    private static Difference difference(
            Account account, DifferenceKind kind, String ours, String theirs) {
        return Difference.of(kind, ours, theirs).about(account.refund());
    }
}
