package vn.busticket.notifications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.busticket.documents.Imprint;
import vn.busticket.notifications.Letter.BookedTrip;
import vn.busticket.notifications.Letter.TicketSeat;
import vn.busticket.notifications.Letter.Tickets;
import vn.busticket.notifications.Letter.Traveller;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.Journey;
import vn.busticket.tickets.JourneyStop;
import vn.busticket.tickets.PolicyWording;
import vn.busticket.trips.CancellationTier;
import vn.busticket.trips.ChangeRule;
import vn.busticket.trips.TicketPolicy;

/** Made-up bookings that letters are shown with; nobody real, and no ticket that is genuine. */
public enum SampleData {
    /** Two people on a night coach. */
    USUAL(
            List.of("Nguyễn Thị Thu Hà", "Trần Minh Khôi"),
            "Phương Nam Limousine",
            new JourneyStop(
                    "Bến xe Miền Đông mới",
                    "501 Hoàng Hữu Nam, quầy 14",
                    Instant.parse("2026-11-27T15:30:00Z"),
                    map("10.8797,106.8153")),
            new JourneyStop(
                    "Bến xe Liên tỉnh Đà Lạt",
                    "01 Tô Hiến Thành",
                    Instant.parse("2026-11-27T22:30:00Z"),
                    map("11.9266,108.4454"))),
    /** Six people with long names, long stops, and a coach in the small hours. */
    LARGE(
            List.of(
                    "Công Tằng Tôn Nữ Nguyễn Phúc Bảo Trâm Anh Thiên Hương",
                    "Maximilian-Alexander von und zu Hohenlohe-Schillingsfürst",
                    "Nguyễn Hoàng Phương Uyên Thảo",
                    "Trần Lê Quốc Bảo Khánh Nguyên",
                    "O’Connor-Featherstonehaugh",
                    "An"),
            "Công ty TNHH Vận tải Hành khách và Du lịch Phương Nam Limousine",
            new JourneyStop(
                    "Điểm đón Trạm thu phí Long Thành – Dầu Giây, lối ra cao tốc số 3",
                    "Km 4 + 200, quốc lộ 51, xã Long Thành, tỉnh Đồng Nai, đối diện trạm xăng số 7",
                    Instant.parse("2026-11-27T17:30:00Z"),
                    map("10.8012,106.9482")),
            new JourneyStop(
                    "Văn phòng Phương Nam Buôn Ma Thuột, vòng xoay Ngã Sáu",
                    "Số 172/15/3 đường Nguyễn Tất Thành, phường Buôn Ma Thuột, tỉnh Đắk Lắk",
                    Instant.parse("2026-11-28T02:15:00Z"),
                    map("12.6797,108.0378")));

    static final String CODE = "K7M2XQ4P";

    private static final Vnd PRICE = new Vnd(320_000);
    private static final Duration EARLY = Duration.ofMinutes(30);
    private static final TicketPolicy POLICY =
            new TicketPolicy(
                    new ChangeRule(Duration.ofHours(4), 1, new Vnd(20_000)),
                    List.of(
                            new CancellationTier(Duration.ofHours(24), 10, Vnd.ZERO),
                            new CancellationTier(Duration.ofHours(12), 50, Vnd.ZERO)),
                    Optional.empty(),
                    1);

    private final List<String> names;
    private final String operator;
    private final JourneyStop boarding;
    private final JourneyStop dropOff;

    SampleData(List<String> names, String operator, JourneyStop boarding, JourneyStop dropOff) {
        this.names = names;
        this.operator = operator;
        this.boarding = boarding;
        this.dropOff = dropOff;
    }

    /** What all seats cost. */
    Vnd total() {
        return new Vnd(PRICE.dong() * names.size());
    }

    /** What a seat costs. */
    Vnd price() {
        return PRICE;
    }

    String contactName() {
        return names.getFirst();
    }

    Journey journey() {
        return new Journey(
                this == USUAL ? "Sài Gòn" : "Thành phố Hồ Chí Minh",
                this == USUAL ? "Đà Lạt" : "Buôn Ma Thuột (Đắk Lắk)",
                operator,
                "1900 1234",
                this == USUAL ? "Giường phòng 34" : "Limousine giường phòng đôi 22 cabin",
                "51B-284.90",
                boarding,
                dropOff,
                boarding.at().minus(EARLY));
    }

    BookedTrip trip(Language language, Imprint imprint) {
        var journey = journey();
        return new BookedTrip(
                language,
                CODE,
                contactName(),
                journey,
                IntStream.range(0, names.size())
                        .mapToObj(index -> new Traveller(seat(index), names.get(index)))
                        .toList(),
                PolicyWording.of(language).until(POLICY, boarding.at()),
                imprint.link("/b/sample-sample-sample-sam"));
    }

    /** The codes say that they are none. */
    Tickets tickets() {
        return new Tickets(
                IntStream.range(0, names.size())
                        .mapToObj(index ->
                                new TicketSeat(
                                        seat(index), names.get(index), PRICE, noTicket(index)))
                        .toList());
    }

    List<String> seats() {
        return IntStream.range(0, names.size()).mapToObj(SampleData::seat).toList();
    }

    private static String seat(int index) {
        return "A%02d".formatted(5 + index);
    }

    private static String noTicket(int index) {
        return "BusTicket sample %d: this is no ticket. ".formatted(index + 1).repeat(4);
    }

    private static String map(String coordinates) {
        return "https://www.google.com/maps/search/?api=1&query=" + coordinates;
    }
}
