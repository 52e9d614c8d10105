package vn.busticket.backoffice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.busticket.analytics.Grain;
import vn.busticket.analytics.Period;

/** A range that somebody looked at before picking a part of it. */
record WiderRange(Period period, Grain grain) {

    private static final String BETWEEN = "_";

    String inAddress() {
        return String.join(
                BETWEEN,
                period.from().toString(),
                period.to().toString(),
                ReportAddress.lower(grain));
    }

    static Optional<WiderRange> of(String inAddress) {
        var parts = inAddress.split(BETWEEN, -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var from = LocalDate.parse(parts[0]);
            var to = LocalDate.parse(parts[1]);
            return from.isAfter(to)
                    ? Optional.empty()
                    : ReportQuestion.grain(parts[2])
                            .map(grain -> new WiderRange(new Period(from, to), grain));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
