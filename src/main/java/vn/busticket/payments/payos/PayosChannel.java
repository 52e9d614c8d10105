package vn.busticket.payments.payos;

import vn.payos.PayOS;

/**
 * One channel at PayOS, with credentials of its own.
 *
 * @param sdk the official SDK with those credentials
 * @param retryAfter how long its last answer asked to wait
 */
record PayosChannel(PayOS sdk, RetryAfter retryAfter) {

    void close() {
        sdk.close();
    }
}
