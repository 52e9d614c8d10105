package vn.busticket.bookings;

import java.util.ArrayList;
import java.util.List;
import vn.busticket.payments.BankTransactionId;
import vn.busticket.payments.Ledger;
import vn.busticket.shared.Vnd;

/**
 * Money for a booking that is not used yet, transfer by transfer.
 *
 * @param parts oldest first, at least one
 */
record ReceivedMoney(List<Ledger.Part> parts) {

    ReceivedMoney {
        parts = List.copyOf(parts);
    }

    Vnd total() {
        return Vnd.sum(parts.stream().map(Ledger.Part::amount).toList());
    }

    /** The transfer that came last. */
    BankTransactionId latest() {
        return parts.getLast().transaction();
    }

    /** So much of it, of the oldest first. */
    ReceivedMoney first(Vnd amount) {
        var taken = new ArrayList<Ledger.Part>();
        var wanted = amount;
        for (var part : parts) {
            var piece = part.amount().atMost(wanted);
            if (piece.isPositive()) {
                taken.add(new Ledger.Part(part.transaction(), piece));
                wanted = wanted.minus(piece);
            }
        }
        return new ReceivedMoney(taken);
    }

    /** What is left of it after so much was used of the oldest first. */
    ReceivedMoney after(Vnd amount) {
        var left = new ArrayList<Ledger.Part>();
        var used = amount;
        for (var part : parts) {
            var piece = part.amount().atMost(used);
            used = used.minus(piece);
            if (part.amount().compareTo(piece) > 0) {
                left.add(new Ledger.Part(part.transaction(), part.amount().minus(piece)));
            }
        }
        return new ReceivedMoney(left);
    }

    boolean isNothing() {
        return parts.isEmpty();
    }
}
