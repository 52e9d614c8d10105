package vn.busticket.shared;

/**
 * An amount of Vietnamese đồng, which has no smaller unit; exact, may be negative as a difference.
 *
 * @param dong whole đồng
 */
public record Vnd(long dong) implements Comparable<Vnd> {

    public static final Vnd ZERO = new Vnd(0);

    /**
     * The sum of this and another amount.
     *
     * @throws ArithmeticException if it does not fit into a long
     */
    public Vnd plus(Vnd other) {
        return new Vnd(Math.addExact(dong, other.dong));
    }

    /**
     * This amount less another.
     *
     * @throws ArithmeticException if it does not fit into a long
     */
    public Vnd minus(Vnd other) {
        return new Vnd(Math.subtractExact(dong, other.dong));
    }

    /** True for an amount above zero. */
    public boolean isPositive() {
        return dong > 0;
    }

    /** The smaller of this and another amount. */
    public Vnd atMost(Vnd other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The sum of all amounts, zero for none. */
    public static Vnd sum(Iterable<Vnd> amounts) {
        var sum = ZERO;
        for (var amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    @Override
    public int compareTo(Vnd other) {
        return Long.compare(dong, other.dong);
    }
}
