package vn.busticket.ui;

import com.vaadin.flow.component.UI;
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

    private final UiMetrics metrics;

    ScreenErrors(UiMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void error(ErrorEvent event) {
        refusal(event.getThrowable())
                .map(ScreenErrors::refused)
                .or(() -> trouble(event))
                .ifPresent(banner -> NoticeArea.current().ifPresent(area -> area.show(banner)));
    }

    private Optional<Banner> trouble(ErrorEvent event) {
        var kind = FailureKind.of(event.getThrowable());
        count(kind);
        return switch (kind) {
            case CLIENT_GONE -> {
                LOG.debug("Nobody is there any more", event.getThrowable());
                yield Optional.empty();
            }
            case TOO_BUSY -> Optional.of(busy(event.getThrowable()));
            case DEFECT -> Optional.of(failed(event));
        };
    }

    private void count(FailureKind kind) {
        var tab = UI.getCurrent();
        metrics.failed(tab == null ? UiMetrics.NO_VIEW : metrics.shownIn(tab), kind);
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

    private static Banner busy(Throwable thrown) {
        LOG.warn("Screen too busy reason={}", thrown.toString());
        return new Banner(
                Tone.WARN,
                I18NProvider.translate("ui.busy.headline"),
                I18NProvider.translate("ui.busy.explanation"));
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
