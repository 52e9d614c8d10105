package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.accounts.VisitorId;
import vn.busticket.bookings.BookingChanges;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.BookingQueries;
import vn.busticket.bookings.ChangeDraft;
import vn.busticket.bookings.ChangeId;
import vn.busticket.bookings.ChangeQueries;
import vn.busticket.bookings.ChangeWish;
import vn.busticket.bookings.CheckoutCheck;
import vn.busticket.bookings.CheckoutDraft;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.TestTrips;
import vn.busticket.trips.TripId;

/** What people are told about a change that they made. */
@Import({Purchases.class, Purchases.Money.class})
@Tag("P4.5")
@Tag("P6.1")
class ChangeLetterTest extends ApplicationTest {

    @Autowired private Purchases purchases;
    @Autowired private BookingChanges changes;
    @Autowired private ChangeQueries changeQueries;
    @Autowired private BookingQueries bookings;
    @Autowired private Mails mails;
    @Autowired private Backgrounds backgrounds;

    @Test
    void theMailTellsWhoSitsWhereNow() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi", "Lê Thị Hoa");
        var change =
                change(
                        booking,
                        booking.trip().id(),
                        Map.of("A01", "A01", "A02", "A05"),
                        Map.of("A01", "Phạm Thị Tuyết"));
        assertThat(text(booking, change))
                .contains("Hành khách ghế A01: Trần Minh Khôi → Phạm Thị Tuyết")
                .contains("Ghế của Lê Thị Hoa: A02 → A05")
                .doesNotContain("Hoàn lại cho bạn");
    }

    @Test
    void theMailTellsWhenTheOtherTripLeavesAndWhatComesBack() {
        var booking = purchases.buy(Language.EN, "Anna Schmidt");
        var cheaper =
                new TestTrips(database)
                        .another(
                                booking.trip().id(),
                                booking.departsAt().plus(Duration.ofDays(1)),
                                -40_000);
        var change = change(booking, cheaper, Map.of("A01", "A01"), Map.of());
        assertThat(text(booking, change))
                .contains("Departure: ")
                .contains("Paid back to you: VND 40,000");
    }

    @Test
    void bothBookingsAreToldWhoGoesByAnotherTripWithWhichCode() {
        var booking = purchases.buy(Language.EN, "Anna Schmidt", "Ben Schmidt");
        var cheaper =
                new TestTrips(database)
                        .another(
                                booking.trip().id(),
                                booking.departsAt().plus(Duration.ofDays(1)),
                                -40_000);
        var change = change(booking, cheaper, Map.of("A02", "A02"), Map.of());
        var party = partyOf(change);
        assertThat(text(booking, change))
                .contains(
                        "Booking code of Ben Schmidt: %s → %s"
                                .formatted(booking.code(), party.code()))
                .doesNotContain("Departure: ")
                .doesNotContain("Paid back to you");
        assertThat(text(party, change))
                .contains(
                        "Booking code of Ben Schmidt: %s → %s"
                                .formatted(booking.code(), party.code()))
                .contains("Departure: ")
                .contains("Paid back to you: VND 40,000");
    }

    private BookingDetails partyOf(ChangeId change) {
        var party = changeQueries.byId(change).orElseThrow().splitOff().orElseThrow();
        return bookings.byId(party).orElseThrow();
    }

    private ChangeId change(
            BookingDetails booking,
            TripId trip,
            Map<String, String> seats,
            Map<String, String> names) {
        var draft = ChangeDraft.of(booking).details();
        var allNames = new HashMap<>(draft.passengers());
        allNames.putAll(names);
        var details =
                CheckoutCheck.of(
                                new CheckoutDraft(
                                        draft.contactName(),
                                        draft.contactPhone(),
                                        draft.contactEmail(),
                                        allNames),
                                allNames.keySet())
                        .details()
                        .orElseThrow();
        var wish = new ChangeWish(details, trip, seats);
        var plan = changes.quote(booking.id(), wish);
        return changes.save(booking.id(), wish, plan, VisitorId.random(), "here").id();
    }

    private String text(BookingDetails booking, ChangeId change) {
        var message = TakenMessages.about(booking, change, clock.instant());
        return ((OutgoingMail) mails.write(message, backgrounds.of(booking.id())).orElseThrow())
                .letter()
                .text()
                .replace('\u00a0', ' ');
    }
}
