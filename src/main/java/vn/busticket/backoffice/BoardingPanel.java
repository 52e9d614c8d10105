package vn.busticket.backoffice;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.busticket.accounts.AccountId;
import vn.busticket.tickets.BoardingAnswer;
import vn.busticket.tickets.BoardingEntry;
import vn.busticket.tickets.BoardingOutcome;
import vn.busticket.tickets.BoardingReport;
import vn.busticket.tickets.Manifest;
import vn.busticket.trips.TripId;

/**
 * The passengers to tick off, and the scanner. The browser draws it and goes on with it while there
 * is no network; what the crew did comes here in reports, which may come twice.
 */
@Tag("section")
final class BoardingPanel extends Component {

    private static final String SCRIPT = "context://frontend-theme/boarding.js";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ManifestDesk desk;
    private final AccountId me;
    private final TripId trip;
    private @Nullable ObjectNode drawing;

    BoardingPanel(ManifestDesk desk, AccountId me, TripId trip) {
        this.desk = desk;
        this.me = me;
        this.trip = trip;
        getElement().getClassList().add("boarding");
    }

    /** Draws everything. */
    void draw(Manifest manifest, String headline) {
        drawing = BoardingDrawing.whole(manifest, headline, desk.keys());
        if (isAttached()) {
            send();
        }
    }

    /** Shows a newer list; what the browser has not told yet stays as it is there. */
    void update(Manifest manifest, String headline) {
        getElement()
                .executeJs(
                        "busTicketBoarding.update(this, $0)",
                        BoardingDrawing.change(manifest, headline));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript(SCRIPT);
        send();
    }

    private void send() {
        getElement().executeJs("busTicketBoarding.draw(this, $0)", drawing);
    }

    /** Takes a report of the browser; answers each entry, so that the browser forgets it. */
    @ClientCallable
    String report(String told) {
        var report = JSON.readTree(told);
        var entries =
                StreamSupport.stream(report.get("entries").spliterator(), false)
                        .map(BoardingPanel::entry)
                        .toList();
        var device = UUID.fromString(report.get("device").asString());
        var sentAt = Instant.ofEpochMilli(report.get("sentAt").asLong());
        var answers = JSON.createArrayNode();
        desk.report(me, trip, new BoardingReport(device, sentAt, entries))
                .forEach(answer -> answers.add(answer(answer)));
        return answers.toString();
    }

    /** The whole phone number of whoever booked for a passenger, for the crew to call. */
    @ClientCallable
    String phone(String passenger) {
        var number = desk.phone(me, trip, Long.parseLong(passenger));
        return JSON.createObjectNode()
                .put("e164", number.e164())
                .put("spoken", number.spoken())
                .toString();
    }

    private static BoardingEntry entry(JsonNode told) {
        return new BoardingEntry(
                UUID.fromString(told.get("id").asString()),
                BoardingEntry.Kind.valueOf(told.get("kind").asString()),
                told.get("what").asString(),
                Instant.ofEpochMilli(told.get("at").asLong()),
                BoardingOutcome.valueOf(told.get("told").asString()));
    }

    private static ObjectNode answer(BoardingAnswer answer) {
        var told =
                JSON.createObjectNode()
                        .put("id", answer.id().toString())
                        .put("outcome", answer.outcome().name());
        if (answer.passenger() != null) {
            told.put("passenger", answer.passenger());
        }
        if (answer.at() != null) {
            told.put("at", answer.at().toEpochMilli());
        }
        return told;
    }
}
