package vn.busticket.tickets;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.busticket.documents.Imprint;
import vn.busticket.shared.Language;
import vn.busticket.shared.Stretch;
import vn.busticket.shared.Vnd;
import vn.busticket.trips.TicketPolicy;

/** The one booking that documents and messages are tried with: two seats, Sài Gòn to Đà Lạt. */
public final class Samples {

    public static final String BOOKING_CODE = "K7M2XQ4P";
    public static final Imprint IMPRINT =
            new Imprint(URI.create("https://busticket.example"), "1900 000 000");
    public static final Instant DEPARTURE = Instant.parse("2026-11-27T15:30:00Z");
    public static final Instant PAID_AT = Instant.parse("2026-11-25T13:14:00Z");
    public static final String SEED = Base64.getEncoder().encodeToString(seed(1));
    public static final String OTHER_SEED = Base64.getEncoder().encodeToString(seed(2));

    private static final String MAP = "https://maps.example/?query=10.87,106.81";

    private Samples() {}

    public static Journey journey() {
        return journey("51B-284.90");
    }

    public static Journey journey(@Nullable String plate) {
        return new Journey(
                "Sài Gòn",
                "Đà Lạt",
                "Phương Nam Limousine",
                "1900 1234",
                "Giường phòng 34",
                plate,
                new JourneyStop(
                        "Bến xe Miền Đông mới", "501 Hoàng Hữu Nam, quầy 14", DEPARTURE, MAP),
                new JourneyStop(
                        "Bến xe Liên tỉnh Đà Lạt",
                        "01 Tô Hiến Thành",
                        Instant.parse("2026-11-27T22:30:00Z"),
                        MAP),
                Instant.parse("2026-11-27T15:00:00Z"));
    }

    public static TicketFacts facts(long ticketId, String seat) {
        return new TicketFacts(
                ticketId, BOOKING_CODE, 48_102, seat, new Stretch(0, 3), DEPARTURE, PAID_AT);
    }

    public static TicketDocument ticket(String passenger, String seat, Language language) {
        return new TicketDocument(
                BOOKING_CODE,
                journey(),
                passenger,
                seat,
                language == Language.VI ? "Tầng dưới, cạnh cửa sổ" : "Lower deck, window",
                new Vnd(320_000),
                PolicyWording.of(language).until(TicketPolicy.OF_THE_HOUSE, DEPARTURE),
                language,
                new TicketSigner(SEED, null).sign(facts(7, seat)));
    }

    public static ReceiptDocument receipt(Language language) {
        return new ReceiptDocument(
                "BN-2026-0048102",
                BOOKING_CODE,
                journey(),
                "Nguyễn Thị Thu Hà",
                List.of("0909 *** 412", "thuha.nguyen@example.com"),
                List.of(
                        new ReceiptLine("Nguyễn Thị Thu Hà", "A05", new Vnd(320_000)),
                        new ReceiptLine("Trần Minh Khôi", "A06", new Vnd(320_000))),
                List.of(
                        new ReceiptPayment(
                                PAID_AT,
                                new Vnd(640_000),
                                "MB Bank *** 4402",
                                1_048_102,
                                "FT2632988451")),
                language);
    }

    private static byte[] seed(int filling) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) filling);
        return seed;
    }
}
