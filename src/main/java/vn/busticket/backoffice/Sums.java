package vn.busticket.backoffice;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.busticket.analytics.Figures;
import vn.busticket.shared.Vnd;

/** Figures of several groups together. */
final class Sums {

    private Sums() {}

    static Figures of(List<Figures> all) {
        return new Figures(
                money(all, Figures::received),
                money(all, Figures::refunded),
                count(all, Figures::bookings),
                count(all, Figures::tickets),
                count(all, Figures::cancelledBookings),
                count(all, Figures::cancelledTickets),
                money(all, Figures::cancelledAmount),
                count(all, Figures::expiredBookings),
                count(all, Figures::seatsSold),
                count(all, Figures::seatsOffered));
    }

    private static Vnd money(List<Figures> all, Function<Figures, Vnd> amount) {
        return Vnd.sum(all.stream().map(amount).toList());
    }

    private static long count(List<Figures> all, ToLongFunction<Figures> number) {
        return all.stream().mapToLong(number).sum();
    }
}
