package vn.busticket.trips;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.busticket.cluster.ClusterNotices;

/**
 * What stays the same between trips: operators, bus types, layouts and paths, held in memory and
 * read again when the catalogue changed.
 */
@Component
public class Catalogue {

    /** Topic of the notice that reference data or trips have changed. */
    public static final String TOPIC = "catalogue";

    private final ReferenceReader reader;
    private final AtomicLong timesForgotten = new AtomicLong();
    private volatile @Nullable Reference reference;

    Catalogue(ReferenceReader reader, ClusterNotices notices) {
        this.reader = reader;
        notices.subscribe(TOPIC, _ -> forget());
    }

    /**
     * The operator of that number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Operator operator(long id) {
        return known("operator", id, Reference::operators);
    }

    /** All coach companies. */
    public Collection<Operator> operators() {
        return reference().operators().values();
    }

    /**
     * The bus type of that number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public BusType busType(long id) {
        return known("bus type", id, Reference::busTypes);
    }

    /**
     * The layout of that number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SeatLayout layout(long id) {
        return known("layout", id, Reference::layouts);
    }

    /**
     * The path of that number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RoutePath path(long id) {
        return known("path", id, Reference::paths);
    }

    /** All paths, also those that are only driven by trips made earlier. */
    public Collection<RoutePath> paths() {
        return reference().paths().values();
    }

    /** What that operator has said about changing and cancelling. */
    OperatorPolicies policies(long operatorId) {
        return reference().policies().getOrDefault(operatorId, OperatorPolicies.NONE);
    }

    /** Everything as it was read last. */
    Reference reference() {
        var held = reference;
        return held == null ? read() : held;
    }

    /** Forgets what was read, so that the next question reads again. */
    void forget() {
        timesForgotten.incrementAndGet();
        reference = null;
    }

    private Reference read() {
        long before = timesForgotten.get();
        var fresh = reader.read();
        // What was read while the catalogue changed answers this question, but is not kept.
        if (timesForgotten.get() == before) {
            reference = fresh;
        }
        return fresh;
    }

    /** A number that is not held may belong to something imported a moment ago on another node. */
    private <T> T known(String what, long id, Function<Reference, Map<Long, T>> part) {
        var held = part.apply(reference()).get(id);
        if (held == null) {
            held = part.apply(read()).get(id);
        }
        if (held == null) {
            throw new IllegalArgumentException("No " + what + " " + id);
        }
        return held;
    }
}
