package vn.busticket.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.server.Command;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.busticket.seats.SeatMap;
import vn.busticket.trips.SeatLayout;

/**
 * The seats of a coach to pick from, as a map by deck or as a list. One component for the whole
 * coach: the browser draws it from one compact state and gets only what changed afterwards; which
 * seats are picked is decided here.
 */
@Tag("section")
public final class SeatPlan extends Component {

    private static final String SCRIPT = "context://frontend-theme/seat-plan.js";

    private final SeatPlanDrawing drawing;
    private final int limit;
    private Command onPick = () -> {};
    private Command onFull = () -> {};
    private String heading = "";
    private @Nullable SeatMap shown;
    private @Nullable SeatChoice choice;

    /**
     * @param layout how the seats stand
     * @param limit how many may be picked at most
     */
    public SeatPlan(SeatLayout layout, int limit) {
        this.drawing = new SeatPlanDrawing(layout);
        this.limit = limit;
        getElement().getClassList().add("card");
        getElement().getClassList().add("seat-map");
        getElement().setAttribute("aria-labelledby", "seat-plan-title");
        addListener(SeatPressed.class, pressed -> press(pressed.label));
    }

    /** Is called after seats were picked or left by a press. */
    public SeatPlan onPick(Command listener) {
        onPick = listener;
        return this;
    }

    /** Is called after a press on one seat more than allowed. */
    public SeatPlan onFull(Command listener) {
        onFull = listener;
        return this;
    }

    /**
     * Draws everything anew.
     *
     * @param words the heading over the seats
     * @param wished labels that are picked from now on, as far as they can be taken
     */
    public void draw(String words, SeatMap map, Collection<String> wished) {
        heading = words;
        shown = map;
        choice = new SeatChoice(map, wished, limit);
        if (isAttached()) {
            send();
        }
    }

    /**
     * Shows a newer map of the same stretch; the browser gets only what is different.
     *
     * @return seats that were picked and are not any more, because somebody else has them
     */
    public SortedSet<String> update(SeatMap newer) {
        if (choice == null) {
            throw new IllegalStateException("Nothing is drawn yet");
        }
        shown = newer;
        var change = choice.update(newer);
        if (!change.states().isEmpty() || !change.lost().isEmpty()) {
            var sent = SeatPlanDrawing.change(change.states());
            if (!change.lost().isEmpty()) {
                sent.set("chosen", SeatPlanDrawing.labels(choice.chosen()));
            }
            getElement().executeJs("busTicketSeatPlan.change(this, $0)", sent);
        }
        return change.lost();
    }

    /** The labels of the seats that are picked. */
    public SortedSet<String> chosen() {
        return choice == null ? new TreeSet<>() : choice.chosen();
    }

    /** Deck and position of a seat in words: "Tầng dưới, cửa sổ phải". */
    public String whereIs(String label) {
        return drawing.whereIs(label);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript(SCRIPT);
        send();
    }

    private void send() {
        if (shown != null && choice != null) {
            getElement()
                    .executeJs(
                            "busTicketSeatPlan.draw(this, $0)",
                            drawing.whole(shown, choice.chosen(), heading, limit));
        }
    }

    private void press(String label) {
        if (choice == null) {
            return;
        }
        switch (choice.press(label)) {
            case PICKED, LEFT -> onPick.execute();
            case FULL -> {
                correct(choice);
                onFull.execute();
            }
            case REFUSED -> correct(choice);
        }
    }

    private void correct(SeatChoice authority) {
        var sent = SeatPlanDrawing.change(Map.of());
        sent.set("chosen", SeatPlanDrawing.labels(authority.chosen()));
        getElement().executeJs("busTicketSeatPlan.change(this, $0)", sent);
    }

    /** A seat was pressed in the browser. */
    @DomEvent("seat-pressed")
    public static class SeatPressed extends ComponentEvent<SeatPlan> {

        private final String label;

        /** Built by Vaadin. */
        public SeatPressed(
                SeatPlan source, boolean fromClient, @EventData("event.detail") String label) {
            super(source, fromClient);
            this.label = label;
        }
    }
}
