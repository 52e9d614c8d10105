package vn.busticket.trips;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;

/**
 * A small catalogue whose every code begins with a prefix of its own, so that tests do not see each
 * other's trips: a coach with four seats from Sài Gòn (two stops) over Bảo Lộc to Đà Lạt.
 */
public final class SampleCatalogue {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String prefix;
    private final TreeMap<CatalogueFile, List<String>> lines = new TreeMap<>();

    private SampleCatalogue(String prefix) {
        this.prefix = prefix;
    }

    /** A new one with nothing in it. */
    public static SampleCatalogue empty() {
        return new SampleCatalogue("T" + NUMBER.incrementAndGet());
    }

    /** A new one with places, stops, a route, a bus type, an operator and fares. */
    public static SampleCatalogue withRoad() {
        return empty().line("places", "@LD,PROVINCE,,@ Lâm Đồng,@ Lam Dong,")
                .line("places", "@SG,CITY,,@ Sài Gòn,@ Saigon,@ TP.HCM|@ HCMC")
                .line("places", "@BL,CITY,@LD,@ Bảo Lộc,@ Bao Loc,")
                .line("places", "@DL,CITY,@LD,@ Đà Lạt,@ Da Lat,")
                .line("stops", "@SG1,@SG,STATION,@ Bến xe,@ Station,1 Đường,10.8,106.7")
                .line("stops", "@SG2,@SG,PICKUP,@ Ngã tư,@ Crossing,2 Đường,10.9,106.8")
                .line("stops", "@BL1,@BL,STATION,@ Bảo Lộc,@ Bao Loc,3 Đường,11.5,107.8")
                .line("stops", "@DL1,@DL,STATION,@ Đà Lạt,@ Da Lat,4 Đường,11.9,108.4")
                .line("bus_types", "@BUS,SLEEPER,@ Giường nằm,@ Sleeper,WIFI|WATER")
                .line("layouts", "@BUS,1,1,1,1,DRIVER,,")
                .line("layouts", "@BUS,1,1,2,1,SEAT,A01,LOWER")
                .line("layouts", "@BUS,1,1,2,2,SEAT,A02,LOWER")
                .line("layouts", "@BUS,1,2,2,1,SEAT,B01,UPPER")
                .line("layouts", "@BUS,1,2,2,2,SEAT,B02,UPPER")
                .line("routes", "@R,@ Sài Gòn – Đà Lạt,@ Saigon – Da Lat")
                .line("route_stops", "@R,0,@SG1,0,0")
                .line("route_stops", "@R,1,@SG2,20,30")
                .line("route_stops", "@R,2,@BL1,180,240")
                .line("route_stops", "@R,3,@DL1,300,420")
                .line("operators", "@OP,@ Nhà xe,1900 0000,xe@example.vn,5 Đường,30")
                .fare("LOWER", "@SG1", "@BL1", 200_000)
                .fare("UPPER", "@SG1", "@BL1", 180_000)
                .fare("LOWER", "@SG1", "@DL1", 320_000)
                .fare("UPPER", "@SG1", "@DL1", 300_000)
                .fare("UPPER", "@SG2", "@DL1", 290_000)
                .fare("LOWER", "@BL1", "@DL1", 150_000)
                .fare("UPPER", "@BL1", "@DL1", 140_000);
    }

    /** Adds a line in the order of the file's columns; {@code @} stands for the prefix. */
    public SampleCatalogue line(String file, String line) {
        lines.computeIfAbsent(
                        CatalogueFile.named(file + ".csv").orElseThrow(), _ -> new ArrayList<>())
                .add(line.replace("@", prefix));
        return this;
    }

    /** Adds a fare of the operator on the route. */
    public SampleCatalogue fare(String seatClass, String from, String to, long priceVnd) {
        return line(
                "tariffs",
                "@OP,@R,@BUS,%s,%s,%s,2026-01-01,,%d".formatted(seatClass, from, to, priceVnd));
    }

    /** Adds a departure from the first stop, as {@code 2026-11-30T07:30} by Vietnam's clock. */
    public SampleCatalogue departure(String departsAt) {
        return line("trips", "@OP,@R,@BUS," + departsAt);
    }

    /** Removes the lines of a file. */
    public SampleCatalogue without(String file) {
        lines.remove(CatalogueFile.named(file + ".csv").orElseThrow());
        return this;
    }

    /** The code that {@code @} stands in. */
    public String code(String code) {
        return code.replace("@", prefix);
    }

    /**
     * Imports it as if its files lay in the folder.
     *
     * @return true if something was imported
     */
    public boolean importInto(BeanFactory application) {
        return application
                .getBean(CatalogueImport.class)
                .importAll(CatalogueSource.shipped(), Optional.of(source()));
    }

    CatalogueSource source() {
        var texts = new TreeMap<CatalogueFile, String>();
        lines.forEach((file, added) -> texts.put(file, text(file, added)));
        return new CatalogueSource("the sample " + prefix, texts, List.of());
    }

    private static String text(CatalogueFile file, List<String> added) {
        var header =
                file.columns().stream().map(CatalogueColumn::name).collect(joining(",", "", "\n"));
        return header + String.join("\n", added) + "\n";
    }
}
