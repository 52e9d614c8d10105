package vn.busticket.bookings;

import vn.busticket.shared.Vnd;

/**
 * What cancelling costs.
 *
 * @param paid what was received for the booking and not returned
 * @param fee what is kept of it
 * @param refund what goes back
 */
public record CancellationQuote(Vnd paid, Vnd fee, Vnd refund) {

    public CancellationQuote {
        if (!fee.plus(refund).equals(paid)) {
            throw new IllegalArgumentException(
                    "A fee of %s and a refund of %s are not the %s paid"
                            .formatted(fee, refund, paid));
        }
    }
}
