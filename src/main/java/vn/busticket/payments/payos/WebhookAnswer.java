package vn.busticket.payments.payos;

/**
 * The body of every answer to a webhook call.
 *
 * @param code one word for machines
 * @param message a sentence for whoever reads PayOS' log
 */
record WebhookAnswer(String code, String message) {}
