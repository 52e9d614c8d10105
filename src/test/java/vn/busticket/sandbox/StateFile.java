package vn.busticket.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sandbox' state in one JSON file: written whole and atomically, soon after each change
 * and when it closes.
 */
final class StateFile implements AutoCloseable {

    private static final long PAUSE_MILLIS = 150;

    private final @Nullable Path file;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-state").factory());
    private volatile @Nullable Supplier<State> source;

    /** Everything that survives a restart. */
    record State(
            List<SandboxLink> links,
            @Nullable String webhookUrl,
            List<WebhookDelivery> waiting,
            @Nullable List<SandboxPayout> payouts) {
        static final State EMPTY = new State(List.of(), null, List.of(), List.of());

        /** The payouts; none in a file that was written before there were any. */
        List<SandboxPayout> paidOut() {
            return payouts == null ? List.of() : payouts;
        }
    }

    StateFile(@Nullable Path file) {
        this.file = file;
    }

    State read() {
        if (file == null || !Files.exists(file)) {
            return State.EMPTY;
        }
        try {
            return SandboxJson.MAPPER.readValue(Files.readString(file), State.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The sandbox' state cannot be read from " + file, unreadable);
        }
    }

    /** From now on changes are written, taken from this source; nothing is written before. */
    void writeFrom(Supplier<State> newSource) {
        this.source = newSource;
    }

    void changed() {
        if (file != null
                && source != null
                && due.compareAndSet(false, true)
                && !writer.isShutdown()) {
            var unused = writer.schedule(this::write, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        write();
    }

    private synchronized void write() {
        Supplier<State> current = source;
        if (file == null || current == null) {
            return;
        }
        due.set(false);
        try {
            Path target = file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path fresh = target.resolveSibling(target.getFileName() + ".new");
            Files.writeString(fresh, SandboxJson.write(current.get()));
            Files.move(
                    fresh,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The sandbox' state cannot be written to " + file, unwritable);
        }
    }
}
