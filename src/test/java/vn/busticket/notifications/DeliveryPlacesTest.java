package vn.busticket.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who goes from the line to a place, and who does not, however the threads take turns. */
@Tag("P6.3")
@Tag("P6.4")
class DeliveryPlacesTest {

    private static final int IN_LINE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Queue<Taken> over = new ConcurrentLinkedQueue<>();
    private final CountDownLatch mayBeStored = new CountDownLatch(1);

    @Test
    void nobodyLeavesTheLineOnceTheProviderHasGivenTrouble() {
        var places = places(new SendOutcome.Retry(FailureKind.CONNECTION, "refused"));
        mayBeStored.countDown();
        places.lineUp(parcels());
        await().atMost(PATIENCE).until(places::isTheLineStopped);

        var untried = places.breakUpTheLine();
        assertThat(untried).hasSizeBetween(IN_LINE - DeliveryLane.PLACES, IN_LINE - 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(over).hasSize(IN_LINE - untried.size()));
        assertThat(over).doesNotContainAnyElementsOf(untried);
    }

    @Test
    void theLineMovesOnAsLongAsTheProviderTakesMessages() {
        var places = places(new SendOutcome.Sent("250 fine"));
        mayBeStored.countDown();
        places.lineUp(parcels());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(over).hasSize(IN_LINE));
        assertThat(places.isTheLineStopped()).isFalse();
    }

    @Test
    void whatIsNotStoredYetKeepsItsPlace() {
        var begun = new ConcurrentLinkedQueue<Taken>();
        var places = places(new SendOutcome.Sent("250 fine"), begun);
        places.lineUp(parcels());
        await().atMost(PATIENCE).until(() -> begun.size() >= DeliveryLane.PLACES);
        assertThat(begun).hasSize(DeliveryLane.PLACES);

        mayBeStored.countDown();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(over).hasSize(IN_LINE));
    }

    private DeliveryPlaces places(SendOutcome outcome) {
        return places(outcome, new ConcurrentLinkedQueue<>());
    }

    private DeliveryPlaces places(SendOutcome outcome, Queue<Taken> begun) {
        return new DeliveryPlaces(
                new OfOneAnswer(outcome, begun), new DeliveryPace(), _ -> true, over::addAll);
    }

    private static List<Parcel> parcels() {
        return LongStream.rangeClosed(1, IN_LINE)
                .mapToObj(number -> new Parcel(taken(number), null, System.nanoTime()))
                .toList();
    }

    private static Taken taken(long number) {
        return new Taken(
                new Claimed(
                        number,
                        NotificationKind.CONFIRMATION,
                        Channel.EMAIL,
                        null,
                        null,
                        null,
                        null,
                        1,
                        Instant.EPOCH,
                        null),
                0,
                false);
    }

    /** A crew whose provider says the same to everybody. */
    private final class OfOneAnswer implements DeliveryPlaces.Crew {

        private final SendOutcome outcome;
        private final Queue<Taken> begun;

        OfOneAnswer(SendOutcome outcome, Queue<Taken> begun) {
            this.outcome = outcome;
            this.begun = begun;
        }

        @Override
        public List<Parcel> pack(List<Taken> messages) {
            return new ArrayList<>();
        }

        @Override
        public Optional<Delivered> deliver(Parcel parcel, BooleanSupplier isHeld) {
            begun.add(parcel.taken());
            return Optional.of(
                    new Delivered(
                            parcel.taken(),
                            new Tried("an@example.vn", outcome),
                            Instant.EPOCH,
                            Duration.ZERO));
        }

        @Override
        public void store(List<Delivered> messages) {
            try {
                mayBeStored.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }

        @Override
        public void callForHelp() {}
    }
}
