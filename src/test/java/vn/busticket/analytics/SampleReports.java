package vn.busticket.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;

/** Reports with made-up figures. */
final class SampleReports {

    static final Period FOUR_WEEKS =
            new Period(LocalDate.parse("2026-10-30"), LocalDate.parse("2026-11-26"));
    static final Period BEFORE =
            new Period(LocalDate.parse("2026-10-02"), LocalDate.parse("2026-10-29"));
    static final Instant AS_OF = Instant.parse("2026-11-27T07:30:00Z");

    private static final List<String> ROUTES =
            List.of(
                    "Sài Gòn – Đà Lạt",
                    "Sài Gòn – Nha Trang",
                    "Hà Nội – Sa Pa",
                    "Sài Gòn – Cần Thơ",
                    "Sài Gòn – Phan Thiết",
                    "Hà Nội – Hải Phòng",
                    "Sài Gòn – Buôn Ma Thuột",
                    "Đà Nẵng – Huế");
    private static final List<String> TYPES =
            List.of(
                    "Limousine giường phòng",
                    "Giường nằm 34–40",
                    "Limousine 9–16 chỗ",
                    "Ghế ngồi 29–45",
                    "Cabin đôi",
                    "Xe trung chuyển");

    private SampleReports() {}

    static ReportRequest request(ReportKind kind, Language language) {
        return new ReportRequest(
                kind,
                new ReportFilter(FOUR_WEEKS, Grain.DAY, Comparison.PREVIOUS_PERIOD, Map.of()),
                new ReportScope(Optional.empty()),
                ReportOrder.MOST_REVENUE,
                language);
    }

    /** Figures that grow with a number. */
    static Figures figures(long number) {
        return new Figures(
                new Vnd(number * 1_000_000 + 345_000),
                new Vnd(number * 20_000),
                number * 2,
                number * 4,
                number / 10,
                number / 5,
                new Vnd(number * 9_000),
                number / 3,
                number * 3,
                number * 4);
    }

    /** Four weeks, and so many routes. */
    static RevenueReport revenue(int routes) {
        return revenue(routes, series());
    }

    static RevenueReport revenue(int routes, List<PeriodRow> series) {
        return new RevenueReport(
                request(ReportKind.REVENUE, Language.VI).filter(),
                Optional.of(BEFORE),
                figures(9_022),
                Optional.of(figures(8_339)),
                series,
                groups(IntStream.range(0, routes).mapToObj(SampleReports::route).toList()),
                groups(List.of("Phương Nam Limousine", "Chín Rồng")),
                groups(TYPES),
                AS_OF);
    }

    static BookingReport bookings() {
        return new BookingReport(
                request(ReportKind.BOOKINGS, Language.VI).filter(),
                Optional.empty(),
                figures(9_022),
                Optional.empty(),
                series(),
                List.of(new CancelledShare("PASSENGER_WISH", 5, 7, new Vnd(800_000))),
                List.of(new CancelledShare("STAFF", 2, 3, new Vnd(300_000))),
                List.of(
                        new FunnelCount(
                                FunnelStep.SEARCHED,
                                1_000,
                                Map.of(Device.PHONE, 800L, Device.COMPUTER, 200L),
                                Optional.of(900L)),
                        new FunnelCount(FunnelStep.PAID, 42, Map.of(), Optional.empty())),
                List.of(new LeadTime(0, 0, 12), new LeadTime(31, Integer.MAX_VALUE, 3)),
                IntStream.range(0, 7)
                        .mapToObj(day ->
                                IntStream.range(0, 24).mapToObj(hour -> day + hour / 10.0).toList())
                        .toList(),
                List.of(
                        new RouteDemand(
                                1,
                                "Sài Gòn – Đà Lạt",
                                "Saigon – Da Lat",
                                List.of(1L),
                                500,
                                Optional.of(450L),
                                40,
                                30,
                                2,
                                9)),
                AS_OF);
    }

    private static List<PeriodRow> series() {
        var rows = new ArrayList<PeriodRow>();
        for (var index = 0; index < 28; index++) {
            rows.add(step(FOUR_WEEKS.from().plusDays(index), 240 + index * 37 % 210, index == 27));
        }
        return rows;
    }

    static PeriodRow step(LocalDate day, long number, boolean isRunning) {
        return new PeriodRow(
                new Period(day, day),
                isRunning,
                figures(number),
                Optional.of(new Period(day.minusDays(28), day.minusDays(28))),
                Optional.of(figures(number - 15)));
    }

    private static String route(int index) {
        return index < ROUTES.size() ? ROUTES.get(index) : "Tuyến " + index;
    }

    private static List<GroupRow> groups(List<String> names) {
        var rows = new ArrayList<GroupRow>();
        for (var index = 0; index < names.size(); index++) {
            rows.add(
                    new GroupRow(
                            index,
                            names.get(index),
                            names.get(index),
                            figures(1_600 - index * 30),
                            Optional.of(figures(1_500 - index * 20))));
        }
        return rows;
    }
}
