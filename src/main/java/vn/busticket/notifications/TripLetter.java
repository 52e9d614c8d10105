package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.busticket.bookings.LossCause;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/** Something to tell about the trip of a booking. */
sealed interface TripLetter extends Letter {

    /** What it is about. */
    BookedTrip trip();

    @Override
    default Language language() {
        return trip().language();
    }

    /** The seats are paid for and certain. */
    record Confirmation(BookedTrip trip, Tickets tickets, Enclosed enclosed) implements TripLetter {

        @Override
        public String kind() {
            return "confirmation";
        }

        /** Seats of the same price together, the dearest first. */
        public List<PriceLine> priceLines() {
            return tickets.seats().stream()
                    .collect(Collectors.groupingBy(TicketSeat::price, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(line -> new PriceLine(line.getValue(), line.getKey()))
                    .sorted((one, other) -> other.price().compareTo(one.price()))
                    .toList();
        }

        /** What all seats cost. */
        public Vnd total() {
            return Vnd.sum(tickets.seats().stream().map(TicketSeat::price).toList());
        }
    }

    /** Some seats of one price. */
    record PriceLine(long count, Vnd price) {

        /** What they cost together. */
        public Vnd amount() {
            return new Vnd(Math.multiplyExact(count, price.dong()));
        }
    }

    /**
     * The passenger changed the booking.
     *
     * @param lines what is different; empty if that is not known any more
     * @param paidMore what was paid besides for it
     * @param givenBack what comes back for it
     */
    record Change(
            BookedTrip trip,
            List<ChangedLine> lines,
            Vnd paidMore,
            Vnd givenBack,
            Tickets tickets,
            Enclosed enclosed)
            implements TripLetter {

        public Change {
            lines = List.copyOf(lines);
        }

        @Override
        public String kind() {
            return "change";
        }
    }

    /**
     * The coach leaves soon.
     *
     * @param unsubscribeUrl link that ends reminders
     */
    record Reminder(BookedTrip trip, Tickets tickets, @Nullable String unsubscribeUrl)
            implements TripLetter {

        @Override
        public String kind() {
            return "reminder";
        }
    }

    /**
     * The operator moved the trip to another time, or the passengers to another coach.
     *
     * @param lines what is different; empty if that is not known any more
     * @param isFreeToLeave true if it is so much that all the money comes back to who leaves
     */
    record TripMoved(
            BookedTrip trip,
            List<ChangedLine> lines,
            boolean isFreeToLeave,
            Tickets tickets,
            Enclosed enclosed)
            implements TripLetter {

        public TripMoved {
            lines = List.copyOf(lines);
        }

        @Override
        public String kind() {
            return "trip-moved";
        }

        /** What the heading names. */
        public Move move() {
            if (has(ChangedPart.TRIP)) {
                return Move.OTHER_TRIP;
            }
            if (has(ChangedPart.DEPARTURE)) {
                return Move.TIME;
            }
            return lines.isEmpty() ? Move.UNKNOWN : Move.COACH;
        }

        private boolean has(ChangedPart part) {
            return lines.stream().anyMatch(line -> line.part() == part);
        }
    }

    /** How a trip was moved; part of the sentences' keys. */
    enum Move {
        /** It does not run; they go by another one. */
        OTHER_TRIP,
        /** It leaves at another time. */
        TIME,
        /** It is another coach, at the same time. */
        COACH,
        /** It is not known any more. */
        UNKNOWN
    }

    /**
     * The operator called the trip off, or has no seats for the people any more.
     *
     * @param cause why they cannot travel
     * @param isPaid false if it still waited for its money
     * @param refunded what goes back
     * @param needsAccount true if nobody knows yet which account that goes to
     * @param searchUrl where to find another trip
     */
    record TripCancelled(
            BookedTrip trip,
            LossCause cause,
            boolean isPaid,
            Vnd refunded,
            boolean needsAccount,
            String searchUrl)
            implements TripLetter {

        @Override
        public String kind() {
            return "trip-cancelled";
        }

        /** What the keys of its sentences are called. */
        public String words() {
            return switch (cause) {
                case CALLED_OFF -> "off";
                case NO_SEAT -> "noSeat";
            };
        }
    }

    /**
     * The time to pay ran out and the seats are free again.
     *
     * @param deadline until when the money should have arrived
     * @param searchUrl where to choose seats again
     */
    record Expiry(BookedTrip trip, Instant deadline, String searchUrl) implements TripLetter {

        @Override
        public String kind() {
            return "expiry";
        }
    }

    /**
     * The booking, or a part of it, was called off by the passenger, or by staff for the passenger.
     *
     * @param trip with those who do not travel any more
     * @param paid what had been paid for it
     * @param refunded what of that goes back
     * @param needsAccount true if nobody knows yet which account that goes to
     * @param byPassenger true if the passenger called it off, false if staff did
     * @param staying who still travels; empty if all of it was called off
     */
    record Cancellation(
            BookedTrip trip,
            Vnd paid,
            Vnd refunded,
            boolean needsAccount,
            boolean byPassenger,
            Instant at,
            List<Traveller> staying)
            implements TripLetter {

        public Cancellation {
            staying = List.copyOf(staying);
        }

        @Override
        public String kind() {
            return "cancellation";
        }

        /** Who does not travel any more, with their seats. */
        public String who() {
            return people(trip.travellers());
        }

        /** Who still travels, with their seats. */
        public String whoStays() {
            return people(staying);
        }

        private static String people(List<Traveller> travellers) {
            return travellers.stream()
                    .map(one -> "%s (%s)".formatted(one.name(), one.seat()))
                    .collect(Collectors.joining(", "));
        }

        /** True if some still travel. */
        public boolean isPart() {
            return !staying.isEmpty();
        }

        /** What is kept back. */
        public Vnd fee() {
            return paid.minus(refunded);
        }
    }
}
