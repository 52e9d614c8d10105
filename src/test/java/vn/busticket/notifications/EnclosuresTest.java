package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.notifications.Enclosures.Wanted;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.tickets.TicketFiles;

/** A letter never waits for its files. */
@Import({Purchases.class, Purchases.Money.class})
@Tag("P6.1")
class EnclosuresTest extends ApplicationTest {

    @Autowired private TicketFiles files;
    @Autowired private Purchases purchases;

    @Test
    void ticketsAndCalendarGoAlong() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");

        var enclosed = new Enclosures(files).tickets(booking);

        assertThat(enclosed.names())
                .containsExactly(
                        "ve-" + booking.code() + ".pdf", "lich-" + booking.code() + ".ics");
        assertThat(enclosed.isComplete()).isTrue();
        assertThat(enclosed.hasPdf()).isTrue();
    }

    @Test
    void whatIsTooLargeStaysBehind() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");

        var enclosed = new Enclosures(files, 2_000).tickets(booking);

        assertThat(enclosed.names()).containsExactly("lich-" + booking.code() + ".ics");
        assertThat(enclosed.isComplete()).isFalse();
        assertThat(enclosed.hasPdf()).isFalse();
    }

    @Test
    void whatCannotBeMadeHoldsNothingBack() {
        Supplier<Optional<byte[]>> broken =
                () -> {
                    throw new IllegalStateException("no paper");
                };
        var enclosed =
                new Enclosures(files)
                        .together(
                                List.of(
                                        new Wanted("a.pdf", "application/pdf", broken),
                                        new Wanted("b.pdf", "application/pdf", Optional::empty),
                                        new Wanted(
                                                "c.ics",
                                                "text/calendar",
                                                () -> Optional.of(new byte[] {1}))));

        assertThat(enclosed.names()).containsExactly("c.ics");
        assertThat(enclosed.isComplete()).isFalse();
    }
}
