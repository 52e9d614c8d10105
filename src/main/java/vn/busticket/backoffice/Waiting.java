package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import vn.busticket.ui.Formats;

/** How long something has waited, as people say it. */
final class Waiting {

    private static final Duration A_DAY = Duration.ofDays(1);

    private Waiting() {}

    static String since(Instant begin, Instant now) {
        var time = Duration.between(begin, now);
        if (time.compareTo(A_DAY) >= 0) {
            return I18NProvider.translate("desk.days", time.toDays());
        }
        return Formats.current().duration(time.isNegative() ? Duration.ZERO : time);
    }
}
