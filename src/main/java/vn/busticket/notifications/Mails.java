package vn.busticket.notifications;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.bookings.BookingDetails;

/** Makes a queued message, as an e-mail or a short text, from how things stand now. */
@Component
class Mails {

    private final BookingLetters letters;
    private final AccountLetters accountLetters;
    private final ReportLetters reportLetters;
    private final LetterWriter writer;
    private final SmsWriter smsWriter;

    Mails(
            BookingLetters letters,
            AccountLetters accountLetters,
            ReportLetters reportLetters,
            LetterWriter writer,
            SmsWriter smsWriter) {
        this.letters = letters;
        this.accountLetters = accountLetters;
        this.reportLetters = reportLetters;
        this.writer = writer;
        this.smsWriter = smsWriter;
    }

    /**
     * The message in its channel; empty if what it would tell is no longer true, or if its kind
     * says nothing in that channel.
     *
     * @param background how things stand with its booking, if it is about one
     */
    Optional<Outgoing> write(Claimed message, @Nullable Background background) {
        var report = message.report();
        if (report != null) {
            return reportLetters
                    .of(report)
                    .map(found -> mail(message, found.letter(), new Addressee("", found.to())));
        }
        var cause = message.accountCause();
        if (cause != null) {
            return accountLetters
                    .of(message.kind(), cause)
                    .map(found ->
                            mail(
                                    message,
                                    found.letter(),
                                    new Addressee(found.letter().name(), found.to().value())));
        }
        return ofBooking(message, Objects.requireNonNull(background));
    }

    private Optional<Outgoing> ofBooking(Claimed message, Background background) {
        var booking = background.booking();
        return letters.of(message, booking)
                .flatMap(letter ->
                        switch (message.channel()) {
                            case EMAIL -> Optional.of(mail(message, letter, Addressee.of(booking)));
                            case SMS -> sms(booking, letter);
                        });
    }

    private Outgoing mail(Claimed message, Letter letter, Addressee to) {
        return new OutgoingMail(
                MessageIdentity.of(message),
                to.name(),
                to.email(),
                writer.write(letter),
                letter.enclosed().files(),
                unsubscribe(letter));
    }

    private static @Nullable URI unsubscribe(Letter letter) {
        var url = letter.unsubscribeUrl();
        return url == null ? null : URI.create(url);
    }

    private Optional<Outgoing> sms(BookingDetails booking, Letter letter) {
        return smsWriter
                .write(letter)
                .map(text -> new OutgoingSms(booking.contact().phone().e164(), text));
    }

    /** Whom an e-mail goes to. */
    private record Addressee(String name, String email) {

        static Addressee of(BookingDetails booking) {
            return new Addressee(booking.contact().name(), booking.contact().email());
        }
    }
}
