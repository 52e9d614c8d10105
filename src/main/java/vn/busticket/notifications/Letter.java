package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.Journey;
import vn.busticket.tickets.ReceiptDocument;

/** Something to tell a passenger about a booking, before it has become an e-mail. */
sealed interface Letter {

    /** The language of the booking. */
    Language language();

    /** Code of the booking. */
    String bookingCode();

    /** Name of the template files and of the sentences' keys. */
    String kind();

    /**
     * The seats are paid for and certain.
     *
     * @param contactName who bought
     * @param seats a seat for each passenger
     * @param bookingUrl link to the booking that nobody can guess
     * @param attachments names of the files that go along
     */
    record Confirmation(
            Language language,
            String bookingCode,
            String contactName,
            Journey journey,
            List<TicketSeat> seats,
            String bookingUrl,
            List<String> attachments)
            implements Letter {

        /** More codes than this would make the e-mail too big for some mailboxes. */
        private static final int MOST_CODES = 6;

        @Override
        public String kind() {
            return "confirmation";
        }

        /** True if the codes stand in the e-mail itself and not only in the PDF. */
        public boolean showsCodes() {
            return seats.size() <= MOST_CODES;
        }

        /** Seats of the same price together, in the order of the seats. */
        public List<PriceLine> priceLines() {
            return seats.stream()
                    .collect(Collectors.groupingBy(TicketSeat::price, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(line -> new PriceLine(line.getValue(), line.getKey()))
                    .sorted((one, other) -> other.price().compareTo(one.price()))
                    .toList();
        }

        /** What all seats cost. */
        public Vnd total() {
            return Vnd.sum(seats.stream().map(TicketSeat::price).toList());
        }
    }

    /**
     * The money has arrived.
     *
     * @param bookingUrl link to the booking that nobody can guess
     */
    record Receipt(ReceiptDocument receipt, String bookingUrl) implements Letter {

        @Override
        public Language language() {
            return receipt.language();
        }

        @Override
        public String bookingCode() {
            return receipt.bookingCode();
        }

        @Override
        public String kind() {
            return "receipt";
        }
    }

    /**
     * The time to pay ran out and the seats are free again.
     *
     * @param seats labels of the seats that were held
     * @param deadline until when the money should have arrived
     * @param searchUrl where to choose seats again
     */
    record Expiry(
            Language language,
            String bookingCode,
            Journey journey,
            List<String> seats,
            Instant deadline,
            String searchUrl)
            implements Letter {

        @Override
        public String kind() {
            return "expiry";
        }
    }

    /**
     * The booking was called off.
     *
     * @param seats how many seats it had
     * @param paid what had been paid for it
     * @param refunded what of that goes back
     * @param needsAccount true if nobody knows yet which account that goes to
     * @param byPassenger true if the passenger called it off, false if staff did
     */
    record Cancellation(
            Language language,
            String bookingCode,
            Journey journey,
            int seats,
            Vnd paid,
            Vnd refunded,
            boolean needsAccount,
            boolean byPassenger,
            Instant at,
            String bookingUrl)
            implements Letter {

        @Override
        public String kind() {
            return "cancellation";
        }

        /** What is kept back. */
        public Vnd fee() {
            return paid.minus(refunded);
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
     * @param seats the seats of the booking now
     * @param seatsBefore the seats that were booked first
     */
    record PaymentProblem(
            Language language,
            String bookingCode,
            String outcome,
            boolean isGood,
            Journey journey,
            Vnd received,
            Vnd remaining,
            Instant payUntil,
            List<String> seats,
            List<String> seatsBefore,
            String bookingUrl)
            implements Letter {

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
            Language language,
            String bookingCode,
            RefundStage stage,
            Vnd amount,
            String reason,
            @Nullable String account,
            @Nullable String reference,
            @Nullable Instant paidAt,
            String refundUrl)
            implements Letter {

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

    /**
     * A passenger's seat in a confirmation.
     *
     * @param qrText signed text of the ticket
     */
    record TicketSeat(String seat, String passengerName, Vnd price, String qrText) {}

    /** Some seats of one price. */
    record PriceLine(long count, Vnd price) {

        /** What they cost together. */
        public Vnd amount() {
            return new Vnd(Math.multiplyExact(count, price.dong()));
        }
    }
}
