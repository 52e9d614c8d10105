package vn.busticket.payments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PayableBook.Standing;
import vn.busticket.shared.Vnd;

/** Compares our own books among each other: transfers, ledger, and what was paid for. */
@Component
class BookComparison {

    private static final int PAGE = 1_000;

    private final LedgerComparison ledger;
    private final List<PayableBook> books;

    BookComparison(LedgerComparison ledger, List<PayableBook> books) {
        this.ledger = ledger;
        this.books = books;
    }

    /** All differences among what was begun or received since an instant. */
    List<Difference> compare(Instant since, Instant now) {
        var found = new ArrayList<>(ledger.compare(since, now));
        for (var book : books) {
            compare(book, since, found);
        }
        return found;
    }

    private void compare(PayableBook book, Instant since, List<Difference> found) {
        var after = new PayableId(0);
        List<Standing> page;
        do {
            page = book.begunSince(since, after, PAGE);
            var allocated = ledger.allocated(page.stream().map(Standing::payable).toList());
            for (var standing : page) {
                compare(standing, allocated.getOrDefault(standing.payable(), Vnd.ZERO))
                        .map(difference -> difference.about(standing.payable()))
                        .ifPresent(found::add);
                after = standing.payable();
            }
        } while (page.size() == PAGE);
    }

    private static Optional<Difference> compare(Standing standing, Vnd allocated) {
        var has = allocated.dong();
        var due = standing.dueVnd();
        return switch (standing.stage()) {
            case AWAITING_MONEY ->
                    differenceIf(has >= due, DifferenceKind.PAID_NOT_CONFIRMED, has, due);
            case CONFIRMED -> differenceIf(has != due, DifferenceKind.CONFIRMED_NOT_PAID, has, due);
            case GIVEN_UP -> differenceIf(has != due, DifferenceKind.MONEY_FOR_NOTHING, has, due);
        };
    }

    private static Optional<Difference> differenceIf(
            boolean differs, DifferenceKind kind, long has, long due) {
        return differs
                ? Optional.of(Difference.of(kind, has + " allocated", due + " due"))
                : Optional.empty();
    }
}
