package vn.busticket.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;
import vn.busticket.accounts.AccountDetails;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AuditLog;

/**
 * Lets staff take reports away as files, streamed as they are read. Only a few at once on a node,
 * because each holds a connection for as long as its reader takes; the others are told to come
 * again.
 */
@Service
public class ReportExports {

    /** So many of a node's connections at most. */
    static final int MOST_AT_ONCE = 4;

    private final ReportFiles files;
    private final ReportScopes scopes;
    private final AccountQueries accounts;
    private final AuditLog audit;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    ReportExports(ReportFiles files, ReportScopes scopes, AccountQueries accounts, AuditLog audit) {
        this.files = files;
        this.scopes = scopes;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Begins an export, which stands in the audit log; the caller ends it, whatever happens.
     *
     * @param by who takes it away
     * @throws FiguresOfOthers if this person may not see them
     * @throws TooManyExports if there is no place at the moment
     */
    public Export begin(AccountId by, ReportRequest request, ExportFormat format) {
        var name = nameOf(by, request.scope());
        if (!places.tryAcquire()) {
            throw new TooManyExports();
        }
        try {
            audit.record(
                    by,
                    "report.exported",
                    "report " + request.kind(),
                    null,
                    detail(request, format));
        } catch (RuntimeException unrecorded) {
            places.release();
            throw unrecorded;
        }
        return new Export(request, format, name);
    }

    /** The name of who asks, if that scope lies within what they may see. */
    private String nameOf(AccountId by, ReportScope asked) {
        var allowed = scopes.of(by);
        if (allowed.operator().isPresent() && !allowed.equals(asked)) {
            throw new FiguresOfOthers();
        }
        return accounts.find(by).map(AccountDetails::fullName).orElseThrow(FiguresOfOthers::new);
    }

    private static Map<String, String> detail(ReportRequest request, ExportFormat format) {
        var detail = new LinkedHashMap<String, String>();
        var filter = request.filter();
        detail.put("format", format.name());
        detail.put("from", filter.period().from().toString());
        detail.put("to", filter.period().to().toString());
        filter.chosen().forEach((dimension, id) -> detail.put(dimension.name(), id.toString()));
        return detail;
    }

    /** One file that is taken away. */
    public final class Export implements AutoCloseable {

        private final ReportRequest request;
        private final ExportFormat format;
        private final String madeBy;
        private final AtomicBoolean isOpen = new AtomicBoolean(true);

        private Export(ReportRequest request, ExportFormat format, String madeBy) {
            this.request = request;
            this.format = format;
            this.madeBy = madeBy;
        }

        /** What the file is called. */
        public String fileName() {
            return format.fileName(request);
        }

        /** What kind of file it is. */
        public String mediaType() {
            return format.mediaType();
        }

        /**
         * Writes it; the stream stays open.
         *
         * @throws IOException as soon as the stream takes no more, because the reader left
         */
        public void write(OutputStream out, ExportProgress progress) throws IOException {
            files.write(request, format, Optional.of(madeBy), out, progress);
        }

        /** Gives its place to somebody else. */
        @Override
        public void close() {
            if (isOpen.compareAndSet(true, false)) {
                places.release();
            }
        }
    }
}
