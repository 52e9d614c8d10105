package vn.busticket.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.shared.BusinessRuleViolation;

/**
 * The one place where what a click could not do is told: a refusal in its words, a defect with a
 * reference.
 */
final class ScreenErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenErrors.class);

    @Override
    public void error(ErrorEvent event) {
        var banner =
                refusal(event.getThrowable())
                        .map(ScreenErrors::refused)
                        .orElseGet(() -> failed(event));
        NoticeArea.current().ifPresent(area -> area.show(banner));
    }

    /** The refusal at the bottom of an exception, if it is one. */
    static Optional<BusinessRuleViolation> refusal(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessRuleViolation violation) {
                return Optional.of(violation);
            }
        }
        return Optional.empty();
    }

    private static Banner refused(BusinessRuleViolation violation) {
        var sentence = I18NProvider.translate(violation.messageKey(), violation.arguments());
        return new Banner(Tone.WARN, sentence, "");
    }

    private static Banner failed(ErrorEvent event) {
        var reference = ErrorReference.next();
        LOG.error("Screen failed reference={}", reference, event.getThrowable());
        return new Banner(
                Tone.BAD,
                I18NProvider.translate("ui.failed.headline"),
                I18NProvider.translate("ui.failed.explanation", reference));
    }
}
