package vn.busticket.payments;

/**
 * Where a passenger goes to pay.
 *
 * @param attempt the attempt
 * @param token its name in URLs
 * @param state where it stands; {@code UNKNOWN} and {@code REQUESTED} become {@code OPEN} by
 *     themselves, as soon as the gateway answers
 */
public record PaymentPage(AttemptId attempt, String token, AttemptState state) {}
