package vn.busticket.analytics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.busticket.analytics.ReportNames.Names;
import vn.busticket.shared.VietnamTime;

/** What a report is about, in sentences: its days, what it is narrowed to, when it was counted. */
final class ReportHead {

    private static final int MOST_SIGNS_OF_A_NAME = 60;

    private final ReportWords words;
    private final Names names;

    ReportHead(ReportWords words, Names names) {
        this.words = words;
        this.names = names;
    }

    /** How long it is, what it is compared with, and what it is narrowed to. */
    String scope(ReportRequest request, Optional<Period> comparedWith) {
        var period = request.filter().period();
        var days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        var first =
                comparedWith
                        .map(before ->
                                words.text("report.scope.compared", days, words.briefly(before)))
                        .orElseGet(() -> words.text("report.scope.days", days));
        return String.join(
                " · ", first, narrowed(request), words.text("report.scope." + request.kind()));
    }

    /** What it is narrowed to: routes, companies and bus types by their names. */
    String narrowed(ReportRequest request) {
        var parts = new ArrayList<String>();
        for (var dimension : Dimension.values()) {
            var chosen = request.filter().chosen().get(dimension);
            if (chosen != null) {
                parts.add(names.of(dimension, chosen));
            } else if (dimension == Dimension.OPERATOR && request.scope().operator().isPresent()) {
                parts.add(names.operator(request.scope().operator().get().value()));
            } else if (dimension != Dimension.BUS_TYPE) {
                parts.add(words.text("report.all." + dimension));
            }
        }
        return String.join(", ", parts);
    }

    /** When it was counted, and who asked for it. */
    String footer(Instant asOf, Optional<String> madeBy) {
        var parts = new ArrayList<>(List.of("BusTicket", asOf(asOf)));
        madeBy.map(ReportHead::harmless).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private String asOf(Instant asOf) {
        var local = VietnamTime.at(asOf);
        return words.text(
                "report.asOf",
                "%02d:%02d".formatted(local.getHour(), local.getMinute()),
                words.day(local.toLocalDate()));
    }

    /** It stands inside a string of CSS. */
    private static String harmless(String name) {
        var plain = name.replaceAll("[\"\\\\<>{};\\p{Cntrl}]", " ").strip();
        return plain.length() > MOST_SIGNS_OF_A_NAME
                ? plain.substring(0, MOST_SIGNS_OF_A_NAME)
                : plain;
    }
}
