package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.busticket.bookings.LossCause;
import vn.busticket.bookings.MoneyOutcome.Outcome;
import vn.busticket.documents.Imprint;
import vn.busticket.documents.Wording;
import vn.busticket.notifications.Letter.AccountMatter;
import vn.busticket.notifications.Letter.ChangedLine;
import vn.busticket.notifications.Letter.ChangedPart;
import vn.busticket.notifications.Letter.Enclosed;
import vn.busticket.notifications.MoneyLetter.RefundStage;
import vn.busticket.notifications.OutgoingMail.Attachment;
import vn.busticket.payments.RefundReason;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.ReceiptDocument;
import vn.busticket.tickets.ReceiptLine;
import vn.busticket.tickets.ReceiptPayment;

/** Every letter with made-up data. */
final class SampleLetters {

    private static final Instant PAID_AT = Instant.parse("2026-11-25T13:14:00Z");
    private static final Instant CANCELLED_AT = Instant.parse("2026-11-26T02:12:00Z");
    private static final Vnd KEPT = new Vnd(64_000);
    private static final Vnd MISSING = new Vnd(10_000);
    private static final ChangedLine COACH =
            new ChangedLine(ChangedPart.COACH, "", "51B-118.02", "51B-284.90");
    private static final String SEARCH = "/trips?from=ho-chi-minh&to=da-lat";
    private static final String ACCOUNT = "MB Bank •••4402";

    private final Imprint imprint;

    SampleLetters(Imprint imprint) {
        this.imprint = imprint;
    }

    Letter of(LetterSample sample, SampleData data, Language language) {
        return switch (sample) {
            case CONFIRMATION -> confirmation(data, language);
            case RECEIPT -> receiptLetter(data, language);
            case EXPIRY -> expiry(data, language);
            case CANCELLATION -> cancellation(data, language);
            case CANCELLATION_OF_A_PART -> cancellationOfAPart(data, language);
            case CHANGE -> change(data, language);
            case REMINDER -> reminder(data, language);
            case TRIP_MOVED -> moved(data, language, departure(data, language));
            case TRIP_ON_OTHER_COACH -> moved(data, language, COACH, seat(data, "B05"));
            case OTHER_TRIP -> moved(data, language, otherTrip(data, language));
            case TRIP_CANCELLED -> lost(LossCause.CALLED_OFF, true, data, language);
            case TRIP_CANCELLED_UNPAID -> lost(LossCause.CALLED_OFF, false, data, language);
            case TRIP_WITHOUT_SEAT -> lost(LossCause.NO_SEAT, true, data, language);
            case PART_PAID,
                    CONFIRMED_LATE,
                    CONFIRMED_ON_OTHER_SEATS,
                    CHANGED_ON_OTHER_SEATS,
                    LATE_PART_KEPT ->
                    problem(Outcome.valueOf(sample.name()), data, language);
            case REFUND_OPENED -> refund(RefundStage.OPENED, data, language);
            case REFUND_ACCOUNT_NEEDED -> refund(RefundStage.ACCOUNT_NEEDED, data, language);
            case REFUND_PAID_OUT -> refund(RefundStage.PAID_OUT, data, language);
            case EMAIL_VERIFICATION,
                    EMAIL_CHANGED,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    SECOND_FACTOR_ENROLLED,
                    SECOND_FACTOR_RESET,
                    RECOVERY_CODE_USED,
                    REGISTRATION_REPEATED,
                    ACCOUNT_ERASED ->
                    account(AccountMatter.valueOf(sample.name()), data, language);
            case REPORT -> ReportLetters.sample(data, language, imprint);
        };
    }

    private Letter confirmation(SampleData data, Language language) {
        return new TripLetter.Confirmation(
                data.trip(language, imprint),
                data.tickets(),
                files(language, "ticket", "calendar"));
    }

    private Letter receiptLetter(SampleData data, Language language) {
        return new MoneyLetter.Receipt(
                data.trip(language, imprint), receipt(data, language), files(language, "receipt"));
    }

    private Letter expiry(SampleData data, Language language) {
        return new TripLetter.Expiry(data.trip(language, imprint), PAID_AT, imprint.link(SEARCH));
    }

    private Letter cancellation(SampleData data, Language language) {
        return new TripLetter.Cancellation(
                data.trip(language, imprint),
                data.total(),
                data.total().minus(KEPT),
                false,
                true,
                CANCELLED_AT,
                List.of());
    }

    private Letter cancellationOfAPart(SampleData data, Language language) {
        var trip = data.trip(language, imprint);
        var people = trip.travellers();
        return new TripLetter.Cancellation(
                trip.of(people.subList(0, 1)),
                data.price(),
                data.price().minus(KEPT),
                false,
                true,
                CANCELLED_AT,
                people.subList(1, people.size()));
    }

    private Letter change(SampleData data, Language language) {
        return new TripLetter.Change(
                data.trip(language, imprint),
                List.of(seat(data, "A12")),
                new Vnd(20_000),
                Vnd.ZERO,
                data.tickets(),
                files(language, "ticket", "calendar"));
    }

    private Letter reminder(SampleData data, Language language) {
        return new TripLetter.Reminder(
                data.trip(language, imprint), data.tickets(), imprint.link("/unsubscribe/sample"));
    }

    private Letter lost(LossCause cause, boolean isPaid, SampleData data, Language language) {
        return new TripLetter.TripCancelled(
                data.trip(language, imprint),
                cause,
                isPaid,
                isPaid ? data.total() : Vnd.ZERO,
                false,
                imprint.link(SEARCH));
    }

    private static ChangedLine seat(SampleData data, String before) {
        return new ChangedLine(
                ChangedPart.SEAT, data.contactName(), before, data.seats().getFirst());
    }

    private Letter moved(SampleData data, Language language, ChangedLine... lines) {
        return new TripLetter.TripMoved(
                data.trip(language, imprint),
                List.of(lines),
                true,
                data.tickets(),
                files(language, "ticket", "calendar"));
    }

    private static ChangedLine otherTrip(SampleData data, Language language) {
        var line = departure(data, language);
        return new ChangedLine(ChangedPart.TRIP, "", line.before(), line.after());
    }

    private static ChangedLine departure(SampleData data, Language language) {
        var words = Wording.of(language);
        var now = data.journey().boarding().at();
        var before = now.minus(Duration.ofMinutes(45));
        return new ChangedLine(ChangedPart.DEPARTURE, "", words.moment(before), words.moment(now));
    }

    private Letter problem(Outcome outcome, SampleData data, Language language) {
        var isElsewhere =
                outcome == Outcome.CONFIRMED_ON_OTHER_SEATS
                        || outcome == Outcome.CHANGED_ON_OTHER_SEATS;
        var isShort = outcome == Outcome.PART_PAID || outcome == Outcome.LATE_PART_KEPT;
        return new MoneyLetter.PaymentProblem(
                data.trip(language, imprint),
                outcome.name(),
                !isShort,
                isShort ? data.total().minus(MISSING) : data.total(),
                isShort ? MISSING : Vnd.ZERO,
                PAID_AT,
                isElsewhere ? List.of("B01", "B02") : data.seats());
    }

    private Letter refund(RefundStage stage, SampleData data, Language language) {
        var isPaidOut = stage == RefundStage.PAID_OUT;
        return new MoneyLetter.Refund(
                data.trip(language, imprint),
                stage,
                data.total(),
                RefundReason.PAID_TOO_LATE.name(),
                stage == RefundStage.ACCOUNT_NEEDED ? null : ACCOUNT,
                isPaidOut ? "FT2633105529" : null,
                isPaidOut ? CANCELLED_AT : null,
                imprint.link("/refund/sample-sample-sample-sam"));
    }

    private Letter account(AccountMatter matter, SampleData data, Language language) {
        var path =
                switch (matter) {
                    case EMAIL_VERIFICATION -> "/verify-email/sample";
                    case PASSWORD_RESET -> "/reset-password/sample";
                    case PASSWORD_CHANGED, SECOND_FACTOR_ENROLLED, RECOVERY_CODE_USED ->
                            "/forgot-password";
                    case EMAIL_CHANGED, REGISTRATION_REPEATED, SECOND_FACTOR_RESET -> "/login";
                    case ACCOUNT_ERASED -> "/";
                };
        var isPassing =
                matter == AccountMatter.EMAIL_VERIFICATION
                        || matter == AccountMatter.PASSWORD_RESET;
        return new Letter.AccountMessage(
                language,
                matter,
                data.contactName(),
                imprint.link(path),
                isPassing ? CANCELLED_AT : null);
    }

    private static ReceiptDocument receipt(SampleData data, Language language) {
        return new ReceiptDocument(
                "BN-2026-1048102",
                SampleData.CODE,
                data.journey(),
                data.contactName(),
                List.of("•••412", "an@example.com"),
                data.tickets().seats().stream()
                        .map(seat ->
                                new ReceiptLine(seat.passengerName(), seat.seat(), seat.price()))
                        .toList(),
                List.of(
                        new ReceiptPayment(
                                PAID_AT, data.total(), ACCOUNT, 1_048_102, "FT2632988451")),
                language);
    }

    /** The names of files without content: nobody looks into those of a sample. */
    private static Enclosed files(Language language, String... kinds) {
        var words = Wording.of(language);
        return new Enclosed(
                List.of(kinds).stream()
                        .map(kind -> words.text("document.file." + kind, SampleData.CODE))
                        .map(name -> new Attachment(name, "application/octet-stream", new byte[0]))
                        .toList(),
                true);
    }
}
