package vn.busticket.payments.payos;

/** A call that cannot be a webhook of PayOS; the message names the rule and carries no data. */
class NotAWebhook extends RuntimeException {

    NotAWebhook(String message) {
        super(message, null, false, false);
    }
}
