package vn.busticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UIDetachedException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.busticket.cluster.ClusterNotices;
import vn.busticket.seats.OccupiedSeat;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.TestTrips;

/** Who looks at the seats of a trip hears of every change, whatever becomes of other viewers. */
@Tag("P2.1")
class SeatWatchTest extends ApplicationTest {

    private static final long PATIENCE_SECONDS = 10;

    @Autowired private SeatWatch watch;
    @Autowired private ClusterNotices notices;

    @Test
    void aViewerWhoIsGoneKeepsNobodyFromBeingToldNowOrLater() throws Exception {
        var trip = new TestTrips(database).tomorrow(4);
        var told = new LinkedBlockingQueue<List<OccupiedSeat>>();
        var gone =
                watch.watch(
                        trip,
                        seats -> {
                            throw new UIDetachedException();
                        });
        var here = watch.watch(trip, told::add);
        try {
            for (var change = 1; change <= 2; change++) {
                notices.publish("trip", trip.toString());
                assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as("change %d", change)
                        .isNotNull();
            }
        } finally {
            here.remove();
            gone.remove();
        }
    }
}
