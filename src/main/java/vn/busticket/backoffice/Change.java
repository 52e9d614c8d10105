package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import vn.busticket.ui.Formats;

/**
 * How a figure stands against the compared period.
 *
 * @param by how much, as a share of what it was, or as a difference of shares
 */
record Change(Kind kind, double by, boolean isOfShares) {

    private static final double NOTICEABLE = 0.000_5;

    /** Which way. */
    enum Kind {
        UP("▲", "analytics.change.up"),
        DOWN("▼", "analytics.change.down"),
        SAME("=", "analytics.change.same"),
        /** There was none before, so that no share can be told. */
        NEW("", "");

        private final String sign;
        private final String spokenKey;

        Kind(String sign, String spokenKey) {
            this.sign = sign;
            this.spokenKey = spokenKey;
        }

        String sign() {
            return sign;
        }

        String spokenKey() {
            return spokenKey;
        }
    }

    /** Of a count or an amount; empty where there is nothing to compare with. */
    static Optional<Change> of(double now, Optional<? extends Number> before) {
        return before.map(Number::doubleValue)
                .map(then -> {
                    if (then == 0) {
                        return new Change(now == 0 ? Kind.SAME : Kind.NEW, 0, false);
                    }
                    return of((now - then) / Math.abs(then), false);
                });
    }

    /** Of a share, in points. */
    static Optional<Change> ofShares(Optional<Double> now, Optional<Double> before) {
        return now.flatMap(share -> before.map(then -> of(share - then, true)));
    }

    /** {@code 8,2%} or {@code 2,1 điểm}, without its sign. */
    String amount() {
        var formats = Formats.current();
        if (kind == Kind.NEW) {
            return I18NProvider.translate("analytics.change.new");
        }
        var size = Math.abs(by);
        return isOfShares
                ? I18NProvider.translate(
                        "analytics.change.points", formats.percent(size).replace("%", ""))
                : formats.percent(size);
    }

    /** {@code ▲ 8,2%}. */
    String text() {
        return kind == Kind.NEW ? amount() : kind.sign() + "\u00a0" + amount();
    }

    private static Change of(double by, boolean isOfShares) {
        if (Math.abs(by) < NOTICEABLE) {
            return new Change(Kind.SAME, 0, isOfShares);
        }
        return new Change(by > 0 ? Kind.UP : Kind.DOWN, by, isOfShares);
    }
}
