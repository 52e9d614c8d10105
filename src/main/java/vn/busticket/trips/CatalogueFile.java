package vn.busticket.trips;

import static vn.busticket.trips.CatalogueColumn.codeOf;
import static vn.busticket.trips.CatalogueColumn.of;
import static vn.busticket.trips.CatalogueColumn.text;
import static vn.busticket.trips.CatalogueColumn.word;
import static vn.busticket.trips.CatalogueColumn.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.busticket.trips.CatalogueColumn.Format;

/** The files of a catalogue, in the order in which they are imported, with their columns. */
enum CatalogueFile {
    /** Provinces, cities and towns with all their names. */
    PLACES(
            1,
            text("code"),
            word("kind", Place.Kind.values()),
            codeOf("parent_code", "places").optional(),
            text("name_vi"),
            text("name_en"),
            of("aliases", Format.SEVERAL_TEXTS).optional()),
    /** Where people get on and off. */
    STOPS(
            1,
            text("code"),
            codeOf("place_code", "places"),
            word("kind", Stop.Kind.values()),
            text("name_vi"),
            text("name_en"),
            text("address_vi"),
            of("latitude", Format.DEGREES),
            of("longitude", Format.DEGREES)),
    /** Kinds of coaches with their comforts. */
    BUS_TYPES(
            1,
            text("code"),
            word("kind", BusType.Kind.values()),
            text("name_vi"),
            text("name_en"),
            words("amenities", Amenity.values())),
    /** How the seats stand, a line for each place of the grid. */
    LAYOUTS(
            5,
            codeOf("bus_type_code", "bus_types"),
            of("version", Format.COUNT),
            of("deck", Format.COUNT),
            of("row", Format.COUNT),
            of("column", Format.COUNT),
            word("kind", SeatLayout.Cell.Kind.values()),
            text("label").optional(),
            text("seat_class").optional()),
    /** Roads that coaches drive. */
    ROUTES(1, text("code"), text("name_vi"), text("name_en")),
    /** The stops of each route in their order. */
    ROUTE_STOPS(
            2,
            codeOf("route_code", "routes"),
            of("sequence", Format.COUNT),
            codeOf("stop_code", "stops"),
            of("distance_km", Format.COUNT),
            of("minutes", Format.COUNT)),
    /** Coach companies. */
    OPERATORS(
            1,
            text("code"),
            text("name"),
            text("hotline"),
            text("email"),
            text("address"),
            of("sales_cutoff_minutes", Format.COUNT)),
    /** Coaches by their plates. */
    BUSES(
            2,
            codeOf("operator_code", "operators"),
            text("plate"),
            codeOf("bus_type_code", "bus_types"),
            of("layout_version", Format.COUNT)),
    /** Fares between two stops for a class of seat. */
    TARIFFS(
            7,
            codeOf("operator_code", "operators"),
            codeOf("route_code", "routes"),
            codeOf("bus_type_code", "bus_types"),
            text("seat_class"),
            codeOf("from_stop", "stops"),
            codeOf("to_stop", "stops"),
            of("valid_from", Format.DAY),
            of("valid_to", Format.DAY).optional(),
            of("price_vnd", Format.AMOUNT)),
    /** Departures that come back every week. */
    SCHEDULES(
            1,
            text("code"),
            codeOf("operator_code", "operators"),
            codeOf("route_code", "routes"),
            codeOf("bus_type_code", "bus_types"),
            of("departure_time", Format.TIME),
            of("weekdays", Format.WEEKDAYS),
            of("valid_from", Format.DAY),
            of("valid_to", Format.DAY).optional()),
    /** Days on which a schedule does not hold. */
    SCHEDULE_EXCEPTIONS(
            2,
            codeOf("schedule_code", "schedules"),
            of("date", Format.DAY),
            word("kind", ScheduleExceptionKind.values()),
            of("departure_time", Format.TIME).optional()),
    /** Single departures. */
    TRIPS(
            4,
            codeOf("operator_code", "operators"),
            codeOf("route_code", "routes"),
            codeOf("bus_type_code", "bus_types"),
            of("departs_at", Format.DAY_AND_TIME)),
    /** Days that come back every year and for which policies may differ. */
    HOLIDAYS(
            1,
            text("code"),
            text("name_vi"),
            text("name_en"),
            word("calendar", Holiday.Year.values()),
            of("month", Format.COUNT),
            of("day", Format.COUNT),
            of("days_before", Format.COUNT),
            of("days_after", Format.COUNT)),
    /** What operators ask of passengers who change or cancel. */
    POLICIES(
            4,
            codeOf("operator_code", "operators"),
            text("seat_class").optional(),
            codeOf("holiday_code", "holidays").optional(),
            of("from_seats", Format.COUNT),
            of("change_until_minutes", Format.COUNT),
            of("changes", Format.COUNT),
            of("change_fee_vnd", Format.COUNT),
            of("cancellation", Format.TIERS).optional());

    private static final String SUFFIX = ".csv";

    private final int keyColumns;
    private final List<CatalogueColumn> columns;

    /**
     * @param keyColumns how many of the first columns together may come only once in a file
     */
    CatalogueFile(int keyColumns, CatalogueColumn... columns) {
        this.keyColumns = keyColumns;
        this.columns = List.of(columns);
    }

    static Optional<CatalogueFile> named(String fileName) {
        return Arrays.stream(values()).filter(file -> file.fileName().equals(fileName)).findFirst();
    }

    String fileName() {
        return plainName() + SUFFIX;
    }

    /** True if other files name its lines by their code. */
    boolean hasCodes() {
        return columns.getFirst().name().equals("code");
    }

    /** The table of its codes. */
    String table() {
        return switch (this) {
            case BUS_TYPES -> "bus_type";
            case SCHEDULE_EXCEPTIONS -> "schedule_exception";
            case BUSES -> "bus";
            default -> plainName().substring(0, plainName().length() - 1);
        };
    }

    /** The table that holds its lines while they are imported. */
    String stagingTable() {
        return "import_" + plainName();
    }

    String stagingTableDefinition() {
        return columns.stream()
                .map(column -> "\"" + column.name() + "\" " + column.format().sqlType())
                .collect(
                        Collectors.joining(
                                ", ",
                                "create temporary table " + stagingTable() + " (line integer, ",
                                ") on commit drop"));
    }

    List<CatalogueColumn> columns() {
        return columns;
    }

    List<CatalogueColumn> keyColumns() {
        return columns.subList(0, keyColumns);
    }

    String plainName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
