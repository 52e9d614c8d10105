package vn.busticket.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of a process whose machine shows the wrong time: libfaketime, as Debian packs it. */
final class WrongClock {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";
    private static final String MISSING =
            "These stories need libfaketime. Install it (Debian: apt-get install faketime).";

    private WrongClock() {}

    /**
     * Only what the time is, is wrong; how fast it goes is right.
     *
     * @param ahead how much later than it is the process believes it to be; negative if earlier
     * @throws IllegalStateException saying how to install it, where it is missing
     */
    static Map<String, String> ahead(Duration ahead) {
        var library = installed().orElseThrow(() -> new IllegalStateException(MISSING));
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                "%+d".formatted(ahead.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static Optional<Path> installed() {
        try (var architectures = Files.list(LIBRARIES)) {
            return architectures
                    .map(architecture -> architecture.resolve(LIBRARY))
                    .filter(Files::isReadable)
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
