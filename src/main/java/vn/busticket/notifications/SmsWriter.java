package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.busticket.documents.Wording;
import vn.busticket.notifications.Letter.BookedTrip;
import vn.busticket.notifications.SmsPart.Name;
import vn.busticket.notifications.SmsPart.Seats;
import vn.busticket.shared.VietnamTime;

/**
 * Writes letters as short texts of one part. Receipts, reports and what concerns an account are
 * told by e-mail only: a receipt adds nothing to the confirmation, and a number that nobody proved
 * to read gets no link into an account.
 */
final class SmsWriter {

    /** A longer link would leave no room for the trip; such an installation sends none. */
    static final int LONGEST_LINK = 60;

    /** How stops are shortened on every timetable. */
    private static final List<Abbreviation> ABBREVIATIONS =
            List.of(
                    new Abbreviation("(?iu)\\bbến xe\\b", "BX"),
                    new Abbreviation("(?iu)\\bvăn phòng\\b", "VP"),
                    new Abbreviation("(?iu)\\bthành phố\\b", "TP"),
                    new Abbreviation("(?i)\\b(coach|bus) station\\b", "Stn"));

    /** The text; empty for letters that are only sent by e-mail. */
    Optional<String> write(Letter letter) {
        return switch (letter) {
            case TripLetter trip -> Optional.of(text(trip));
            case MoneyLetter.PaymentProblem problem -> Optional.of(text(problem));
            case MoneyLetter.Refund refund -> Optional.of(text(refund));
            case MoneyLetter.Receipt _, Letter.AccountMessage _, Letter.Report _ ->
                    Optional.empty();
        };
    }

    private static String text(TripLetter letter) {
        var trip = letter.trip();
        var words = Wording.of(trip.language());
        return switch (letter) {
            case TripLetter.Confirmation _ -> journey("sms.confirmation", trip);
            case TripLetter.Change _ -> journey("sms.change", trip);
            case TripLetter.Reminder _ -> journey("sms.reminder", trip);
            case TripLetter.TripMoved moved -> journey("sms.moved." + moved.move(), trip);
            case TripLetter.TripCancelled off -> lost(off, words);
            case TripLetter.Cancellation off -> about(key(off), trip, words.money(off.refunded()));
            case TripLetter.Expiry _ -> about("sms.expiry", trip, "");
        };
    }

    private static String key(TripLetter.Cancellation off) {
        if (off.isPart()) {
            return "sms.cancellation.part";
        }
        if (off.refunded().isPositive()) {
            return "sms.cancellation.refunded";
        }
        return off.paid().isPositive() ? "sms.cancellation.kept" : "sms.cancellation";
    }

    private static String lost(TripLetter.TripCancelled off, Wording words) {
        var key = "sms." + off.words();
        if (off.refunded().isPositive()) {
            return about(key + ".refunded", off.trip(), words.money(off.refunded()));
        }
        return about(off.isPaid() ? key : key + ".unpaid", off.trip(), "");
    }

    private static String text(MoneyLetter.PaymentProblem problem) {
        var key = "sms.problem." + problem.outcome();
        var words = Wording.of(problem.language());
        return problem.isGood()
                ? journey(key, problem.trip())
                : about(
                        key,
                        problem.trip(),
                        words.money(problem.remaining()),
                        moment(words, problem.payUntil()));
    }

    private static String text(MoneyLetter.Refund refund) {
        var words = Wording.of(refund.language());
        var account = refund.account();
        return SmsSentence.of(
                words,
                "sms.refund." + refund.stage(),
                refund.trip().code(),
                words.money(refund.amount()),
                new Name(account == null ? "" : account),
                link(words, "sms.link.see", refund.refundUrl()));
    }

    /** Where to be when, and on which seats. */
    private static String journey(String key, BookedTrip trip) {
        var words = Wording.of(trip.language());
        var journey = trip.journey();
        return SmsSentence.of(
                words,
                key,
                trip.code(),
                new Name(journey.from()),
                new Name(journey.to()),
                moment(words, journey.boarding().at()),
                new Name(shortened(journey.boarding().name())),
                words.time(journey.arriveBy()),
                new Seats(trip.seats()),
                link(words, "sms.link.ticket", trip.url()));
    }

    /** What became of a trip. */
    private static String about(String key, BookedTrip trip, String... values) {
        var words = Wording.of(trip.language());
        var journey = trip.journey();
        return SmsSentence.of(
                words,
                key,
                trip.code(),
                new Name(journey.from()),
                new Name(journey.to()),
                moment(words, journey.boarding().at()),
                new Seats(trip.seats()),
                link(words, "sms.link.see", trip.url()),
                values.length > 0 ? values[0] : "",
                values.length > 1 ? values[1] : "");
    }

    /** {@code T6 27/11 22:30}. */
    private static String moment(Wording words, Instant instant) {
        var day = VietnamTime.at(instant);
        return "%s %02d/%02d %s"
                .formatted(
                        words.text("sms.weekday." + day.getDayOfWeek().getValue()),
                        day.getDayOfMonth(),
                        day.getMonthValue(),
                        words.time(instant));
    }

    private static String shortened(String name) {
        var shortened = name;
        for (var abbreviation : ABBREVIATIONS) {
            shortened = abbreviation.in(shortened);
        }
        return shortened;
    }

    private static String link(Wording words, String key, String url) {
        return url.length() <= LONGEST_LINK ? words.text(key, url) : "";
    }

    /** A word that may be written shorter. */
    private record Abbreviation(Pattern word, String written) {

        Abbreviation(String word, String written) {
            this(Pattern.compile(word), written);
        }

        String in(String name) {
            return word.matcher(name).replaceAll(written);
        }
    }
}
