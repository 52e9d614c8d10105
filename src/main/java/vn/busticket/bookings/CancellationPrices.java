package vn.busticket.bookings;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.busticket.bookings.CancellationQuote.Line;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.CancellationTier;

/** Finds what cancelling costs at a moment; what is not paid yet costs nothing. */
final class CancellationPrices {

    private CancellationPrices() {}

    /**
     * By the policy that the booking was bought under.
     *
     * @param chosen who would not travel any more; of an unpaid booking always all
     * @param received what is there for all who still travel
     * @throws CancellationEnded the policy gives nobody anything back any more
     */
    static CancellationQuote byPolicy(
            Booking booking, Set<Long> chosen, Vnd received, Instant now) {
        if (booking.state() != BookingState.CONFIRMED) {
            return inFull(booking, chosen, received);
        }
        var tier =
                booking.policy()
                        .tierAt(booking.departsAt(), now)
                        .orElseThrow(CancellationEnded::new);
        return quote(booking, chosen, received, Optional.of(tier));
    }

    /** All of it back, whatever the policy says. */
    static CancellationQuote inFull(Booking booking, Set<Long> chosen, Vnd received) {
        return quote(booking, chosen, received, Optional.empty());
    }

    private static CancellationQuote quote(
            Booking booking, Set<Long> chosen, Vnd received, Optional<CancellationTier> tier) {
        var isPaid = booking.state() == BookingState.CONFIRMED;
        var all = booking.travellers();
        var leaving = isPaid ? all.stream().filter(one -> chosen.contains(one.id())).toList() : all;
        var lines = leaving.stream().map(passenger -> line(passenger, tier)).toList();
        var isWhole = lines.size() == all.size();
        var paid = isWhole ? received : Vnd.sum(lines.stream().map(Line::price).toList());
        var fee = Vnd.sum(lines.stream().map(Line::fee).toList());
        return new CancellationQuote(
                lines,
                isWhole,
                paid,
                fee,
                paid.minus(fee),
                tier,
                tier.map(one -> one.endsAt(booking.departsAt())).orElse(booking.departsAt()));
    }

    private static Line line(Passenger passenger, Optional<CancellationTier> tier) {
        return new Line(
                passenger.id(),
                passenger.seatLabel(),
                passenger.fullName(),
                passenger.price(),
                tier.map(one -> one.feeOf(passenger.price())).orElse(Vnd.ZERO));
    }
}
