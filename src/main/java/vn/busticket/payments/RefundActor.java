package vn.busticket.payments;

import org.jspecify.annotations.Nullable;
import vn.busticket.accounts.AccountId;

/**
 * Who did something to a refund.
 *
 * @param account the member of staff; absent for the system and for passengers
 */
record RefundActor(String kind, @Nullable AccountId account) {

    static final RefundActor SYSTEM = new RefundActor("SYSTEM", null);
    static final RefundActor PASSENGER = new RefundActor("PASSENGER", null);

    static RefundActor staff(AccountId account) {
        return new RefundActor("STAFF", account);
    }
}
