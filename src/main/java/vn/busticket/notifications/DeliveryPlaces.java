package vn.busticket.notifications;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The places of a lane, at which messages are handed over side by side, the line in front of them,
 * and the storing of what was tried: together with all that was tried while the last was stored,
 * because each storing waits for the disk. What is not stored yet keeps its place, so that a
 * process that dies can have sent no more than that for others to send again. When the provider
 * gives trouble the line stops, and the lane gives back who stands in it.
 */
final class DeliveryPlaces {

    private final Crew crew;
    private final DeliveryPace pace;
    private final Predicate<Taken> held;
    private final Consumer<List<Taken>> done;
    private final ArrayDeque<Parcel> line = new ArrayDeque<>();
    private final List<Delivered> tried = new ArrayList<>();
    private int busy;
    private int notStored;
    private boolean isStoring;
    private boolean isStopped;

    /** Who does the work of a lane; never throws. */
    interface Crew {

        /** Reads what is needed to write some messages. */
        List<Parcel> pack(List<Taken> messages);

        /**
         * Tries to deliver one message.
         *
         * @param isHeld tells whether nobody else can have taken the message over
         * @return how it ended; empty if it is left to others
         */
        Optional<Delivered> deliver(Parcel parcel, BooleanSupplier isHeld);

        /** Stores how attempts ended. */
        void store(List<Delivered> messages);

        /** Tells the other nodes that there is more than one node's work. */
        void callForHelp();
    }

    /**
     * @param held tells whether nobody else can have taken a message over
     * @param done is told what is in hand no longer
     */
    DeliveryPlaces(
            Crew crew, DeliveryPace pace, Predicate<Taken> held, Consumer<List<Taken>> done) {
        this.crew = crew;
        this.pace = pace;
        this.held = held;
        this.done = done;
    }

    /** Lets messages stand in line; places that are free take theirs at once. */
    synchronized void lineUp(List<Parcel> parcels) {
        line.addAll(parcels);
        fill();
    }

    private void fill() {
        var free = Math.min(DeliveryLane.PLACES - busy - notStored, line.size());
        for (var place = 0; place < free; place++) {
            busy++;
            Thread.startVirtualThread(this::work);
        }
    }

    /** Lets nobody go from the line to a place any more. */
    synchronized void stopTheLine() {
        isStopped = !line.isEmpty();
    }

    /** True if those in line are to be given back. */
    synchronized boolean isTheLineStopped() {
        return isStopped;
    }

    /** Sends those in line away, and lets the next ones line up; who stood there. */
    synchronized List<Taken> breakUpTheLine() {
        var untried = line.stream().map(Parcel::taken).toList();
        line.clear();
        isStopped = false;
        return untried;
    }

    /** What one place does as long as somebody stands in line. */
    private void work() {
        for (var next = nextInLine(); next.isPresent(); next = nextInLine()) {
            var taken = next.get().taken();
            crew.deliver(next.get(), () -> held.test(taken))
                    .ifPresentOrElse(this::haveStored, () -> done.accept(List.of(taken)));
        }
    }

    private synchronized Optional<Parcel> nextInLine() {
        if (line.isEmpty() || isStopped || busy + notStored > DeliveryLane.PLACES) {
            busy--;
            return Optional.empty();
        }
        return Optional.of(line.removeFirst());
    }

    private synchronized void haveStored(Delivered message) {
        pace.tried(message.outcome());
        if (isTroubleOfTheProvider(message.outcome())) {
            pace.stumble();
            stopTheLine();
        }
        tried.add(message);
        notStored++;
        if (!isStoring) {
            isStoring = true;
            Thread.startVirtualThread(this::store);
        }
    }

    /** Stores what was tried, and then what was tried meanwhile. */
    private void store() {
        for (var some = toStore(); !some.isEmpty(); some = toStore()) {
            crew.store(some);
            stored(some.size());
            done.accept(some.stream().map(Delivered::taken).toList());
        }
    }

    private synchronized void stored(int count) {
        notStored -= count;
        if (!isStopped) {
            fill();
        }
    }

    private synchronized List<Delivered> toStore() {
        var some = List.copyOf(tried);
        tried.clear();
        isStoring = !some.isEmpty();
        return some;
    }

    private static boolean isTroubleOfTheProvider(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Retry(var kind, _)
                && (kind.isOfAnotherMaking() || kind == FailureKind.ANSWER_LOST);
    }
}
