package vn.busticket.notifications;

import java.util.List;
import vn.busticket.notifications.Letter.ChangedLine;
import vn.busticket.shared.Vnd;

/**
 * What a letter tells about a change that a passenger made.
 *
 * @param lines what is different, in the language of the booking
 * @param paidMore what was paid besides for it
 * @param givenBack what comes back for it
 */
record ToldChange(List<ChangedLine> lines, Vnd paidMore, Vnd givenBack) {

    /** Nobody knows any more what was before. */
    static final ToldChange UNKNOWN = new ToldChange(List.of(), Vnd.ZERO, Vnd.ZERO);

    ToldChange {
        lines = List.copyOf(lines);
    }
}
