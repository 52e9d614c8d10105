package vn.busticket.sandbox;

import java.time.Instant;

/** One bank transfer that reached the merchant's account; its reference is unique. */
public record SandboxTransfer(
        String reference, long amount, String description, Instant at, Payer payer) {

    /** Refuses what no bank would transfer. */
    public SandboxTransfer {
        if (amount <= 0) {
            throw new IllegalArgumentException("A transfer needs a positive amount, not " + amount);
        }
    }
}
