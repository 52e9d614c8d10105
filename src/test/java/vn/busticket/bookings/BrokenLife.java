package vn.busticket.bookings;

/** A life after which something is not as it must be; says what happened in it, in its order. */
final class BrokenLife extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final long seed;

    BrokenLife(Life life, Throwable cause) {
        super(life + "\n" + cause.getMessage(), cause);
        this.seed = life.seed();
    }

    /** Its seed, by which it can be led again. */
    long seed() {
        return seed;
    }
}
