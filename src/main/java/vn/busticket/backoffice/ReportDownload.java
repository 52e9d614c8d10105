package vn.busticket.backoffice;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import vn.busticket.accounts.AccountId;
import vn.busticket.analytics.ExportFormat;
import vn.busticket.analytics.ExportProgress;
import vn.busticket.analytics.ReportRequest;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.Background;

/**
 * Streams a report into the browser's download and tells the screen how far it is. When the browser
 * leaves, writing fails, and with it all that was held for it ends. A refusal is told on the screen
 * alone: the answer is empty, so that the browser stays where it is.
 */
final class ReportDownload implements DownloadHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(ReportDownload.class);

    private final transient ReportDesk desk;
    private final transient AccountId me;
    private final transient Supplier<ReportRequest> shown;
    private final ExportFormat format;
    private final transient ExportStatus status;

    /**
     * @param me who looks at the screen
     * @param shown what the screen shows at the moment of the click
     */
    ReportDownload(
            ReportDesk desk,
            AccountId me,
            Supplier<ReportRequest> shown,
            ExportFormat format,
            ExportStatus status) {
        this.desk = desk;
        this.me = me;
        this.shown = shown;
        this.format = format;
        this.status = status;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var ui = event.getUI();
        var request = asked(event.getSession());
        try (var export = desk.begin(me, request, format)) {
            Background.show(ui, () -> status.running(0));
            event.setFileName(export.fileName());
            event.setContentType(export.mediaType());
            event.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            var progress =
                    new ExportProgress(rows -> Background.show(ui, () -> status.running(rows)));
            export.write(event.getOutputStream(), progress);
            Background.show(ui, () -> status.done(export.fileName(), progress.rows()));
        } catch (BusinessRuleViolation refused) {
            event.getResponse().setStatus(HttpServletResponse.SC_NO_CONTENT);
            Background.show(ui, () -> status.refused(refused));
        } catch (IOException gone) {
            log.info("export broken off by its reader format={}", format);
            Background.show(ui, status::brokenOff);
            throw gone;
        } catch (RuntimeException failed) {
            Background.show(ui, status::brokenOff);
            throw failed;
        }
    }

    private ReportRequest asked(VaadinSession session) {
        session.lock();
        try {
            return shown.get();
        } finally {
            session.unlock();
        }
    }
}
