package vn.busticket.sandbox;

/** The credentials of the payout channel. */
public record PayoutKeys(String clientId, String apiKey, String checksumKey) {

    /** Visibly fake ones. */
    public static final PayoutKeys FAKE =
            new PayoutKeys(
                    "demo-payout-client-id",
                    "demo-payout-api-key-not-secret",
                    "demo-payout-checksum-key-not-secret");
}
