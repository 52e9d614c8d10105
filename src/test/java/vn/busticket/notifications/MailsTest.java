package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.busticket.bookings.BookingDetails;
import vn.busticket.bookings.Cancellation;
import vn.busticket.shared.Language;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.Cancelling;

/** What a queued message becomes, by how its booking or its account stands. */
@Import({Purchases.class, Purchases.Money.class})
@Tag("P6.1")
class MailsTest extends ApplicationTest {

    @Autowired private Mails mails;
    @Autowired private Backgrounds backgrounds;
    @Autowired private Purchases purchases;
    @Autowired private Cancellation cancellation;

    @ParameterizedTest
    @EnumSource(
            value = NotificationKind.class,
            names = {"CONFIRMATION", "CHANGE", "REMINDER", "TRIP_MOVED"})
    void aTripThatIsPaidForIsToldInBothChannels(NotificationKind kind) {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi", "Lê Thị Hoa");

        var mail = (OutgoingMail) write(kind, Channel.EMAIL, booking).orElseThrow();
        assertThat(mail.recipient()).isEqualTo(booking.contact().email());
        assertThat(mail.letter().text())
                .contains(booking.code(), "Ghế A01: Trần Minh Khôi", "Ghế A02: Lê Thị Hoa")
                .contains(booking.trip().operator().hotline(), "https://www.google.com/maps/");
        assertThat(mail.letter().pictures()).hasSize(2);
        assertThat(mail.attachments()).hasSize(kind == NotificationKind.REMINDER ? 0 : 2);

        var sms = (OutgoingSms) write(kind, Channel.SMS, booking).orElseThrow();
        assertThat(sms.to()).isEqualTo("+84901234567");
        SmsWriterTest.isOnePart(kind, sms.text());
        assertThat(sms.text())
                .contains(booking.code(), "A01,A02")
                .contains("/b/" + booking.accessToken());
    }

    @ParameterizedTest
    @EnumSource(
            value = NotificationKind.class,
            names = {"CONFIRMATION", "CHANGE", "REMINDER", "TRIP_MOVED"})
    void nobodyIsToldOfATripThatTheyDoNotTake(NotificationKind kind) {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");
        Cancelling.whole(cancellation, booking.id(), "");

        assertThat(write(kind, Channel.EMAIL, booking)).isEmpty();
        assertThat(write(kind, Channel.SMS, booking)).isEmpty();
    }

    @Test
    void aReceiptHasNoShortText() {
        var booking = purchases.buy(Language.VI, "Trần Minh Khôi");

        assertThat(write(NotificationKind.RECEIPT, Channel.EMAIL, booking)).isPresent();
        assertThat(write(NotificationKind.RECEIPT, Channel.SMS, booking)).isEmpty();
    }

    @Test
    @Tag("P3.7")
    void aTripThatWasCalledOffTellsWhatComesBack() {
        var booking = purchases.buy(Language.EN, "Anna Schmidt");
        assertThat(
                        write(
                                NotificationKind.TRIP_CANCELLED,
                                Channel.SMS,
                                purchases.place(Language.EN, "Anna Schmidt")))
                .isEmpty();
        Cancelling.whole(cancellation, booking.id(), "");

        var mail =
                (OutgoingMail)
                        write(NotificationKind.TRIP_CANCELLED, Channel.EMAIL, booking)
                                .orElseThrow();
        assertThat(mail.letter().subject().replace('\u00a0', ' '))
                .contains("Called off", "VND 300,000 comes back");
        var sms =
                (OutgoingSms)
                        write(NotificationKind.TRIP_CANCELLED, Channel.SMS, booking).orElseThrow();
        assertThat(sms.text()).contains("CALLED OFF", "VND 300,000 comes back");
    }

    private Optional<Outgoing> write(
            NotificationKind kind, Channel channel, BookingDetails booking) {
        return mails.write(
                TakenMessages.about(booking, kind, channel, clock.instant()),
                backgrounds.of(booking.id()));
    }
}
