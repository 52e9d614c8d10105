package vn.busticket.storefront;

import java.util.List;
import vn.busticket.payments.RefundView;

/** Where a refund stands as its passenger is told: less than staff see, and always calm. */
enum RefundStanding {
    /** We do not know where it goes. */
    NEEDS_ACCOUNT(0),
    /** Staff look at it. */
    BEING_CHECKED(1),
    /** It did not work and staff look at it again. */
    DELAYED(1),
    /** A bank is transferring it. */
    ON_THE_WAY(2),
    /** It takes so long that staff ask the bank what became of it. */
    HELD_UP(2),
    /** It is back. */
    DONE(3);

    private final int place;

    RefundStanding(int place) {
        this.place = place;
    }

    static RefundStanding of(RefundView refund) {
        return switch (refund.state()) {
            case NEEDS_ACCOUNT -> NEEDS_ACCOUNT;
            case NEEDS_APPROVAL, APPROVED -> BEING_CHECKED;
            case FAILED -> DELAYED;
            case REQUESTED, PROCESSING, UNKNOWN -> refund.isOverdue() ? HELD_UP : ON_THE_WAY;
            case REFUNDED -> DONE;
        };
    }

    /** The steps of every refund, in their order. */
    static List<RefundStanding> way() {
        return List.of(NEEDS_ACCOUNT, BEING_CHECKED, ON_THE_WAY, DONE);
    }

    /** How far along the way it is. */
    int place() {
        return place;
    }
}
