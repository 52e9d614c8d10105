package vn.busticket.seats;

import java.util.List;
import vn.busticket.shared.Stretch;

/**
 * People of one hold who are to sit in another coach.
 *
 * @param isPaid true if their seats are sold; they choose first
 * @param seats where they sit now
 */
public record Party(HoldId hold, Stretch stretch, boolean isPaid, List<HeldSeat> seats) {

    public Party {
        seats = List.copyOf(seats);
    }
}
