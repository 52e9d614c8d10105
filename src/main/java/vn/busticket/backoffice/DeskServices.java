package vn.busticket.backoffice;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.payments.ReconciliationReport;
import vn.busticket.payments.ReconciliationRun;
import vn.busticket.payments.WebhookRegistration;

/** How what the application stands on is doing. */
@Component
class DeskServices {

    private final WebhookRegistration webhook;
    private final ReconciliationReport reconciliations;

    DeskServices(WebhookRegistration webhook, ReconciliationReport reconciliations) {
        this.webhook = webhook;
        this.reconciliations = reconciliations;
    }

    /** When the gateway last called us about a payment. */
    Optional<Instant> lastWebhook() {
        return Optional.ofNullable(webhook.standing().lastGenuineAt());
    }

    Optional<ReconciliationRun> lastReconciliation() {
        return reconciliations.latest();
    }
}
