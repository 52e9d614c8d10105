package vn.busticket.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.accounts.AccountId;
import vn.busticket.accounts.AuditLog;
import vn.busticket.payments.PaymentGateway.Busy;
import vn.busticket.payments.PaymentGateway.Refused;
import vn.busticket.payments.PaymentGateway.RegisterAnswer;
import vn.busticket.payments.PaymentGateway.Registered;
import vn.busticket.payments.PaymentGateway.Unknown;
import vn.busticket.payments.WebhookStanding.Outcome;
import vn.busticket.shared.SqlTime;

/**
 * Tells the gateway where to call us, which it tries out at once; so registering again is also the
 * test whether we are reached.
 */
@Service
public class WebhookRegistration {

    private static final String PATH = "/api/v1/payments/webhook";
    private static final int LONGEST_DETAIL = 300;

    private final JdbcClient database;
    private final GatewayCalls gateway;
    private final AuditLog audit;
    private final Clock clock;
    private final String proposedUrl;

    WebhookRegistration(
            JdbcClient database,
            GatewayCalls gateway,
            AuditLog audit,
            Clock clock,
            @Value("${busticket.base-url}") String publicAddress) {
        this.database = database;
        this.gateway = gateway;
        this.audit = audit;
        this.clock = clock;
        this.proposedUrl = publicAddress.replaceFirst("/+$", "") + PATH;
    }

    /**
     * Registers an address with the gateway that new attempts use; takes up to ten seconds. May be
     * repeated. The deed stands in the audit log.
     *
     * @param url usually {@link WebhookStanding#proposedUrl}
     * @return how it went
     */
    @Transactional(propagation = Propagation.NEVER)
    public WebhookStanding register(String url, AccountId staff) {
        var name = gateway.nameForNewAttempts();
        var answer = gateway.register(name, url);
        audit.record(
                staff,
                "payments.webhook-registered",
                "gateway " + name,
                null,
                Map.of("url", url, "outcome", outcome(answer).name()));
        store(name, url, answer, staff);
        return standing();
    }

    /** How we are reached by the gateway that new attempts use. */
    public WebhookStanding standing() {
        var name = gateway.nameForNewAttempts();
        return database.sql(
                        """
                        select gateway, url, registered_at, outcome, detail, last_genuine_at
                          from gateway_webhook
                         where gateway = :gateway
                        """)
                .param("gateway", name)
                .query(this::standing)
                .optional()
                .orElseGet(
                        () -> new WebhookStanding(name, proposedUrl, null, null, null, null, null));
    }

    private void store(String name, String url, RegisterAnswer answer, AccountId staff) {
        database.sql(
                        """
                        insert into gateway_webhook
                               (gateway, url, registered_at, registered_by, outcome, detail)
                        values (:gateway, :url, :now, :staff, :outcome, :detail)
                        on conflict (gateway) do update
                           set url = excluded.url,
                               registered_at = excluded.registered_at,
                               registered_by = excluded.registered_by,
                               outcome = excluded.outcome,
                               detail = excluded.detail
                        """)
                .param("gateway", name)
                .param("url", url)
                .param("now", SqlTime.of(clock.instant()))
                .param("staff", staff.value())
                .param("outcome", outcome(answer).name())
                .param("detail", shortened(detail(answer)))
                .update();
    }

    private WebhookStanding standing(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new WebhookStanding(
                row.getString("gateway"),
                proposedUrl,
                row.getString("url"),
                SqlTime.optionalInstant(row, "registered_at").orElse(null),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("detail"),
                SqlTime.optionalInstant(row, "last_genuine_at").orElse(null));
    }

    private static Outcome outcome(RegisterAnswer answer) {
        return switch (answer) {
            case Registered registered -> Outcome.ACCEPTED;
            case Refused refused -> Outcome.REFUSED;
            case Unknown unknown -> Outcome.UNKNOWN;
            case Busy busy -> Outcome.UNKNOWN;
        };
    }

    private static String detail(RegisterAnswer answer) {
        return switch (answer) {
            case Registered(var account) -> account;
            case Refused(var code) -> code;
            case Unknown(var reason) -> reason;
            case Busy(var retryAfter) -> "asked to wait " + retryAfter.toSeconds() + " s";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }
}
