package vn.busticket.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/**
 * Tells that a screen failed, what is safe, and a reference that stands in the log beside the
 * cause.
 */
@AnonymousAllowed
@ParentLayout(PassengerLayout.class)
public class ErrorView extends Div implements HasErrorParameter<Exception>, Titled {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorView.class);

    private final SupportProperties support;
    private final UiMetrics metrics;
    private String headline = "ui.error.headline";

    /** Built by Vaadin. */
    ErrorView(SupportProperties support, UiMetrics metrics) {
        this.support = support;
        this.metrics = metrics;
        addClassName("page");
    }

    @Override
    public String title() {
        return getTranslation(headline);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var kind = FailureKind.of(parameter.getException());
        metrics.failed(metrics.at(event.getLocation().getPath()), kind);
        if (kind == FailureKind.TOO_BUSY) {
            return tooBusy(event, parameter.getException());
        }
        var reference = ErrorReference.next();
        LOG.error(
                "Screen failed reference={} route={}",
                reference,
                event.getNavigationTarget().getSimpleName(),
                parameter.getException());
        var state =
                EmptyState.ofPage(
                        Scene.STOPPED,
                        getTranslation("ui.error.headline"),
                        getTranslation("ui.error.explanation"),
                        new ActionButton(
                                        Look.PRIMARY,
                                        getTranslation("ui.error.retry"),
                                        () -> UI.getCurrent().getPage().reload())
                                .with(Sign.REFRESH),
                        new ActionLink(Look.PLAIN, getTranslation("ui.goSearch"), "./"));
        state.add(help(reference));
        add(state);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private int tooBusy(BeforeEnterEvent event, Exception thrown) {
        headline = "ui.busy.headline";
        LOG.warn(
                "Screen too busy route={} reason={}",
                event.getNavigationTarget().getSimpleName(),
                thrown.toString());
        var response = VaadinResponse.getCurrent();
        if (response != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, FailureKind.RETRY_AFTER_SECONDS);
        }
        add(
                EmptyState.ofPage(
                        Scene.STOPPED,
                        getTranslation(headline),
                        getTranslation("ui.busy.explanation"),
                        new ActionButton(
                                        Look.PRIMARY,
                                        getTranslation("ui.error.retry"),
                                        () -> UI.getCurrent().getPage().reload())
                                .with(Sign.REFRESH)));
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private Paragraph help(String reference) {
        var help = new Paragraph();
        help.addClassName("small");
        if (support.hasPhone()) {
            help.add(
                    new Text(getTranslation("ui.error.call") + " "),
                    new SupportPhone(support),
                    new Text(". "));
        }
        var code = Markup.element("b", reference);
        code.addClassName("num");
        help.add(new Text(getTranslation("ui.error.reference") + " "), code);
        return help;
    }
}
