package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.ReceiptDocument;

/** Something to tell about the money of a booking. */
sealed interface MoneyLetter extends Letter {

    /** The booking whose money it is. */
    BookedTrip trip();

    @Override
    default Language language() {
        return trip().language();
    }

    /** The money has arrived. */
    record Receipt(BookedTrip trip, ReceiptDocument receipt, Enclosed enclosed)
            implements MoneyLetter {

        @Override
        public String kind() {
            return "receipt";
        }
    }

    /**
     * A payment did not come as it should have: what was made of it, and what is to be done.
     *
     * @param outcome what was made of it, within the keys of the sentences
     * @param isGood true if the seats are certain after all
     * @param received what has arrived for the booking
     * @param remaining what is still to be paid
     * @param payUntil until when that can be paid
     * @param seatsBefore the seats that were booked first
     */
    record PaymentProblem(
            BookedTrip trip,
            String outcome,
            boolean isGood,
            Vnd received,
            Vnd remaining,
            Instant payUntil,
            List<String> seatsBefore)
            implements MoneyLetter {

        @Override
        public String kind() {
            return "payment-problem";
        }
    }

    /**
     * Money goes back to the payer.
     *
     * @param stage how far it is, within the keys of the sentences
     * @param reason why, likewise
     * @param account bank and end of the number, once it is known
     * @param reference the bank's number of the transfer, once it is made
     * @param paidAt when it was made
     * @param refundUrl link to the refund that nobody can guess
     */
    record Refund(
            BookedTrip trip,
            RefundStage stage,
            Vnd amount,
            String reason,
            @Nullable String account,
            @Nullable String reference,
            @Nullable Instant paidAt,
            String refundUrl)
            implements MoneyLetter {

        @Override
        public String kind() {
            return "refund";
        }
    }

    /** How far a refund is. */
    enum RefundStage {
        /** It was opened and goes to the account that paid. */
        OPENED,
        /** Nobody knows yet which account it goes to. */
        ACCOUNT_NEEDED,
        /** It was transferred. */
        PAID_OUT
    }
}
