package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
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
