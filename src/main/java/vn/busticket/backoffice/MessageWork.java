package vn.busticket.backoffice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingBrief;
import vn.busticket.bookings.BookingDeskQueries;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingId;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.notifications.AttemptLine;
import vn.busticket.notifications.MessageDesk;
import vn.busticket.notifications.MessageFilter;
import vn.busticket.notifications.MessageRow;
import vn.busticket.notifications.MessageSearch;
import vn.busticket.notifications.OutboxStanding;
import vn.busticket.notifications.SendAgain;
import vn.busticket.payments.PayableId;

/** All that the pages about messages ask of the rooms below. */
@Component
class MessageWork {

    private static final int MOST_OF_A_BOOKING = 100;

    private final MessageDesk messages;
    private final SendAgain again;
    private final BookingQueries bookings;
    private final BookingDeskQueries briefs;
    private final StaffNames staff;
    private final LookedAt lookedAt;

    MessageWork(
            MessageDesk messages,
            SendAgain again,
            BookingQueries bookings,
            BookingDeskQueries briefs,
            StaffNames staff,
            LookedAt lookedAt) {
        this.messages = messages;
        this.again = again;
        this.bookings = bookings;
        this.briefs = briefs;
        this.staff = staff;
        this.lookedAt = lookedAt;
    }

    /** What a person means who types a booking code, an address or a number. */
    MessageSearch search(String typed) {
        return (typed.isBlank() ? Optional.<BookingDetails>empty() : bookings.byCode(typed))
                .map(booking -> MessageSearch.about(booking.id()))
                .orElseGet(() -> MessageSearch.to(typed));
    }

    int count(MessageSearch search, MessageFilter filter) {
        return messages.count(search, filter);
    }

    List<MessageRow> messages(MessageSearch search, MessageFilter filter, int offset, int limit) {
        return messages.messages(search, filter, offset, limit);
    }

    /** Everything that was told about a booking, newest first. */
    List<MessageRow> about(BookingId booking) {
        var search = MessageSearch.about(booking);
        return Stream.of(MessageFilter.QUEUED, MessageFilter.ENDED)
                .flatMap(filter -> messages.messages(search, filter, 0, MOST_OF_A_BOOKING).stream())
                .toList();
    }

    /** Opens a message; that somebody looked at it is written down. */
    Optional<MessageRow> open(long id) {
        var found = messages.message(id);
        found.ifPresent(message -> lookedAt.message(message.id()));
        return found;
    }

    List<AttemptLine> attempts(MessageRow message) {
        return messages.attempts(message.id());
    }

    void sendAgain(MessageRow message) {
        again.send(message.id(), staff.me());
    }

    /** How many messages the pages show. */
    Map<MessageTab, Integer> counts() {
        return Map.of(
                MessageTab.QUEUE,
                messages.count(MessageSearch.ALL, MessageFilter.QUEUED),
                MessageTab.GIVE_UPS,
                messages.countForStaff());
    }

    OutboxStanding standing() {
        return messages.standing();
    }

    /** The bookings that messages are about. */
    Map<PayableId, BookingBrief> briefs(Collection<MessageRow> rows) {
        return briefs.briefs(
                rows.stream()
                        .map(MessageRow::booking)
                        .filter(Objects::nonNull)
                        .map(booking -> new PayableId(booking.value()))
                        .distinct()
                        .toList());
    }
}
