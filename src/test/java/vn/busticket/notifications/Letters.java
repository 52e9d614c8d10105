package vn.busticket.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.busticket.bookings.MoneyOutcome;
import vn.busticket.payments.RefundReason;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.Samples;
import vn.busticket.tickets.TicketSigner;

/** The letters about the sample booking. */
final class Letters {

    static final String BOOKING_URL = "https://busticket.example/bookings/K7M2XQ4P?key=a&b=c";

    private Letters() {}

    static Letter.Confirmation confirmation(Language language, String... names) {
        var signer = new TicketSigner(Samples.SEED, null);
        var seats =
                IntStream.range(0, names.length)
                        .mapToObj(index -> {
                            var seat = "A0" + (5 + index);
                            return new Letter.TicketSeat(
                                    seat,
                                    names[index],
                                    new Vnd(320_000),
                                    signer.sign(Samples.facts(index, seat)));
                        })
                        .toList();
        return new Letter.Confirmation(
                language,
                Samples.BOOKING_CODE,
                names[0],
                Samples.journey(),
                seats,
                BOOKING_URL,
                List.of("ve-K7M2XQ4P.pdf", "lich-K7M2XQ4P.ics"));
    }

    static Letter.Receipt receipt(Language language) {
        return new Letter.Receipt(Samples.receipt(language), BOOKING_URL);
    }

    static Letter.Expiry expiry(Language language) {
        return new Letter.Expiry(
                language,
                Samples.BOOKING_CODE,
                Samples.journey(null),
                List.of("A05", "A06"),
                Instant.parse("2026-11-25T13:24:00Z"),
                "https://busticket.example/trips");
    }

    static Letter.Cancellation cancellation(Language language, long paid, long refunded) {
        return new Letter.Cancellation(
                language,
                Samples.BOOKING_CODE,
                Samples.journey(null),
                2,
                new Vnd(paid),
                new Vnd(refunded),
                false,
                true,
                Instant.parse("2026-11-26T02:12:00Z"),
                BOOKING_URL);
    }

    static Letter.PaymentProblem problem(Language language, MoneyOutcome.Outcome outcome) {
        return new Letter.PaymentProblem(
                language,
                Samples.BOOKING_CODE,
                outcome.name(),
                outcome != MoneyOutcome.Outcome.PART_PAID,
                Samples.journey(null),
                new Vnd(630_000),
                new Vnd(10_000),
                Instant.parse("2026-11-25T13:34:00Z"),
                List.of("A09", "A10"),
                List.of("A05", "A06"),
                BOOKING_URL);
    }

    static Letter.Refund refund(Language language, Letter.RefundStage stage) {
        var isPaidOut = stage == Letter.RefundStage.PAID_OUT;
        return new Letter.Refund(
                language,
                Samples.BOOKING_CODE,
                stage,
                new Vnd(576_000),
                RefundReason.CANCELLED.name(),
                stage == Letter.RefundStage.ACCOUNT_NEEDED ? null : "MB Bank •••4402",
                isPaidOut ? "FT2633105529" : null,
                isPaidOut ? Instant.parse("2026-11-26T03:26:00Z") : null,
                BOOKING_URL);
    }

    static List<Letter> all(Language language) {
        var letters = new ArrayList<Letter>();
        letters.add(confirmation(language, "Nguyễn Thị Thu Hà", "Trần Minh Khôi"));
        letters.add(receipt(language));
        letters.add(expiry(language));
        letters.add(cancellation(language, 640_000, 576_000));
        Stream.of(
                        MoneyOutcome.Outcome.PART_PAID,
                        MoneyOutcome.Outcome.CONFIRMED_LATE,
                        MoneyOutcome.Outcome.CONFIRMED_ON_OTHER_SEATS,
                        MoneyOutcome.Outcome.LATE_PART_KEPT)
                .forEach(outcome -> letters.add(problem(language, outcome)));
        Stream.of(Letter.RefundStage.values())
                .forEach(stage -> letters.add(refund(language, stage)));
        return letters;
    }
}
