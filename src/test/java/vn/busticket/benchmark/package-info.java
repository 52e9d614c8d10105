/**
 * How fast it is: figures against a floor measured in the same run, printed by {@code ./mvnw
 * -Pbenchmark verify}. They fail on wrong results, never on a time.
 */
@NullMarked
package vn.busticket.benchmark;

import org.jspecify.annotations.NullMarked;
