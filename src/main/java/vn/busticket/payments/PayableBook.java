package vn.busticket.payments;

import java.time.Instant;
import java.util.List;

/**
 * What those who ask for money think of what was paid for, for comparison with the ledger. This
 * room may not know who they are, so each of them brings its book here.
 */
public interface PayableBook {

    /**
     * What was begun since an instant, a page at a time by rising numbers.
     *
     * @param after the number where the last page ended
     */
    List<Standing> begunSince(Instant since, PayableId after, int limit);

    /** One thing that is paid for, with what is due for it in all. */
    record Standing(PayableId payable, Stage stage, long dueVnd) {}

    /** How far it has come. */
    enum Stage {
        /** Money is waited for. */
        AWAITING_MONEY,
        /** It counts as paid. */
        CONFIRMED,
        /** It will not be delivered; what is still due for it is a fee, or nothing. */
        GIVEN_UP
    }
}
