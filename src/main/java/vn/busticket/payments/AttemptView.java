package vn.busticket.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.busticket.shared.Vnd;

/**
 * An attempt to pay as screens show it.
 *
 * @param received what has arrived so far
 * @param qrText the text of the VietQR; absent until the gateway answered, and for a link that was
 *     found again after its answer was lost (then {@code checkoutUrl} leads to it)
 * @param transferText what the transfer has to carry, as the gateway words it
 * @param checkoutUrl the gateway's own page
 * @param failure why it failed, as a code: the gateway's own, or one of {@code cancelled}, {@code
 *     expired}
 * @param isFoundAgain true for a link whose making was never answered: it has no QR code, and is
 *     replaced by itself as soon as somebody waits for one
 * @param isClosing true once it was asked to end and the gateway has not answered yet
 */
public record AttemptView(
        AttemptId id,
        String token,
        PayableId payable,
        long orderCode,
        Vnd amount,
        Vnd received,
        AttemptState state,
        Instant expiresAt,
        Instant createdAt,
        @Nullable String qrText,
        @Nullable String bankName,
        @Nullable String accountNumber,
        @Nullable String accountName,
        @Nullable String transferText,
        @Nullable String checkoutUrl,
        @Nullable String failure,
        boolean isClosing,
        boolean isFoundAgain) {}
