package vn.busticket.ui;

import java.io.EOFException;
import java.sql.SQLTransientException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What an exception that reached the edge means for the person in front of it. */
enum FailureKind {
    /** Nobody is there any more to be told. */
    CLIENT_GONE,
    /** The database has no room at the moment; soon it has. */
    TOO_BUSY,
    /** A defect. */
    DEFECT;

    /** After how many seconds another try is worth it while we are too busy. */
    static final String RETRY_AFTER_SECONDS = "5";

    static FailureKind of(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ClientAbortException gone -> {
                    return CLIENT_GONE;
                }
                case AsyncRequestNotUsableException gone -> {
                    return CLIENT_GONE;
                }
                case EOFException gone -> {
                    return CLIENT_GONE;
                }
                case SQLTransientException busy -> {
                    return TOO_BUSY;
                }
                case CannotCreateTransactionException busy -> {
                    return TOO_BUSY;
                }
                case DataAccessResourceFailureException busy -> {
                    return TOO_BUSY;
                }
                case TransientDataAccessException busy -> {
                    return TOO_BUSY;
                }
                default -> {}
            }
        }
        return DEFECT;
    }
}
