package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.tickets.BoardingOutcome;
import vn.busticket.tickets.Manifest;
import vn.busticket.tickets.ManifestPassenger;
import vn.busticket.tickets.PublishedKey;
import vn.busticket.ui.Formats;

/** Writes the list of a crew as the script in {@code frontend-theme/boarding.js} reads it. */
final class BoardingDrawing {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A phone may be without network until the crew is home. */
    private static final Duration KEPT_AFTER_ARRIVAL = Duration.ofHours(12);

    private static final List<String> WORDS =
            List.of(
                    "boarded",
                    "boardedAt",
                    "cameraDenied",
                    "cameraMissing",
                    "cameraOpening",
                    "cameraReady",
                    "checkIn",
                    "close",
                    "code",
                    "codeGo",
                    "conflictAt",
                    "conflicts",
                    "empty",
                    "leavesIn",
                    "left",
                    "noShow",
                    "noShowState",
                    "nobody",
                    "offline",
                    "paperFoot",
                    "paperHeads",
                    "paperPrinted",
                    "paperStop",
                    "paperTitle",
                    "phoneOffline",
                    "print",
                    "scan",
                    "search",
                    "seat",
                    "show",
                    "showPhone",
                    "since",
                    "unchecked",
                    "undo",
                    "waiting");

    private BoardingDrawing() {}

    static ObjectNode whole(Manifest manifest, String headline, List<PublishedKey> keys) {
        var drawing = change(manifest, headline);
        drawing.put("trip", Long.toString(manifest.trip().id().value()));
        drawing.put("language", Formats.current().language().locale().getLanguage());
        var words = drawing.putObject("words");
        WORDS.forEach(word -> words.put(word, words("boarding." + word)));
        for (var outcome : BoardingOutcome.values()) {
            var key = "outcome." + outcome.name();
            words.put(key, words("boarding." + key));
            words.put(key + ".why", words("boarding." + key + ".why"));
        }
        var published = drawing.putArray("keys");
        keys.forEach(key -> published.addObject().put("id", key.id()).put("raw", key.raw()));
        return drawing;
    }

    /** What may differ later. */
    static ObjectNode change(Manifest manifest, String headline) {
        var formats = Formats.current();
        var departure = manifest.trip().departsAt(0);
        var change = JSON.objectNode();
        change.put("departs", departure.toEpochMilli());
        change.put("until", arrival(manifest).plus(KEPT_AFTER_ARRIVAL).toEpochMilli());
        change.put("number", Long.toString(manifest.trip().id().value()));
        change.put("headline", headline + " · " + formats.date(departure));
        change.put("facts", facts(manifest));
        change.put("coach", coach(manifest, formats));
        change.put("driver", driver(manifest));
        var stops = change.putArray("stops");
        for (var stop : manifest.trip().stops()) {
            stops.addObject()
                    .put("number", stop.sequence())
                    .put("name", stop.stop().name(formats.language()))
                    .put("time", formats.time(stop.time()))
                    .put("at", stop.time().toEpochMilli());
        }
        var companions = companions(manifest);
        var passengers = change.putArray("passengers");
        manifest.passengers()
                .forEach(one -> passengers.add(passenger(manifest, one, companions, formats)));
        var voids = change.putArray("voids");
        manifest.voidTickets()
                .forEach(ticket -> voids.addArray().add(ticket.id()).add(ticket.isCancelled()));
        var conflicts = change.putArray("conflicts");
        for (var conflict : manifest.conflicts()) {
            conflicts
                    .addObject()
                    .put("seat", conflict.seatLabel())
                    .put("name", conflict.fullName())
                    .put("outcome", conflict.outcome().name())
                    .put("at", conflict.at().toEpochMilli());
        }
        return change;
    }

    private static ObjectNode passenger(
            Manifest manifest,
            ManifestPassenger one,
            Map<String, List<String>> companions,
            Formats formats) {
        var drop = manifest.trip().stopAt(one.stretch().to()).stop();
        var drawn =
                JSON.objectNode()
                        .put("id", one.id())
                        .put("seat", one.seatLabel())
                        .put("name", one.fullName())
                        .put("phone", one.maskedPhone())
                        .put("code", one.bookingCode())
                        .put("from", one.stretch().from())
                        .put("drop", drop.name(formats.language()))
                        .put("state", one.state().name())
                        .put("note", note(one, companions));
        one.boardedAt().ifPresent(at -> drawn.put("at", at.toEpochMilli()));
        if (one.ticket() != null) {
            drawn.put("ticket", one.ticket());
        }
        return drawn;
    }

    /** The seats of each booking, so that the crew sees who travels together. */
    private static Map<String, List<String>> companions(Manifest manifest) {
        return manifest.passengers().stream()
                .collect(
                        Collectors.groupingBy(
                                ManifestPassenger::bookingCode,
                                Collectors.mapping(
                                        ManifestPassenger::seatLabel, Collectors.toList())));
    }

    private static String note(ManifestPassenger one, Map<String, List<String>> companions) {
        var others =
                companions.getOrDefault(one.bookingCode(), List.of()).stream()
                        .filter(seat -> !seat.equals(one.seatLabel()))
                        .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : words("boarding.with", others);
    }

    private static String facts(Manifest manifest) {
        return Stream.concat(
                        Stream.of(manifest.trip().operator().name()),
                        manifest.crew().plate().stream())
                .collect(Collectors.joining(" · "));
    }

    private static Instant arrival(Manifest manifest) {
        return manifest.trip().stops().getLast().time();
    }

    private static String coach(Manifest manifest, Formats formats) {
        return words(
                "boarding.paperCoach",
                manifest.trip().operator().name(),
                manifest.crew().plate().orElseGet(() -> words("boarding.paperBlank")),
                manifest.trip().busType().name(formats.language()));
    }

    private static String driver(Manifest manifest) {
        var phone = manifest.crew().driverPhone().map(PhoneNumber::spoken).orElse("");
        var name = manifest.crew().driverName().orElseGet(() -> words("boarding.paperBlank"));
        return words("boarding.paperDriver", (name + " " + phone).strip());
    }

    private static String words(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
