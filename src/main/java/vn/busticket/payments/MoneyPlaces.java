package vn.busticket.payments;

import vn.busticket.shared.Vnd;

/** Where money that was received is; the five together are all of it. */
public record MoneyPlaces(
        Vnd allocated, Vnd dueForRefund, Vnd inRefund, Vnd refunded, Vnd unallocated) {

    /** All that was received. */
    public Vnd received() {
        return allocated.plus(dueForRefund).plus(inRefund).plus(refunded).plus(unallocated);
    }
}
