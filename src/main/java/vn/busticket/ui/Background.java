package vn.busticket.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work that may take seconds: it runs beside the screen and comes back with its result. */
public final class Background {

    private Background() {}

    /**
     * A button whose work runs in the background while it says so and takes no second click.
     *
     * @param busy what it says meanwhile
     * @param prepare gathers what the work needs while the screen waits; empty if there is nothing
     *     to do
     * @param done gets the result on the screen's thread
     * @param failed gets what the work threw, likewise
     */
    public static <T> ActionButton button(
            Look look,
            String words,
            String busy,
            Supplier<Optional<Supplier<T>>> prepare,
            Consumer<T> done,
            Consumer<RuntimeException> failed) {
        var self = new ActionButton[1];
        var button =
                new ActionButton(
                        look,
                        words,
                        () -> prepare.get().ifPresent(work -> run(self[0], work, done, failed)));
        self[0] = button;
        return button.busy(busy);
    }

    private static <T> void run(
            ActionButton button,
            Supplier<T> work,
            Consumer<T> done,
            Consumer<RuntimeException> failed) {
        button.stayBusy();
        run(
                UI.getCurrent(),
                work,
                result -> {
                    button.done();
                    done.accept(result);
                },
                thrown -> {
                    button.done();
                    failed.accept(thrown);
                });
    }

    private static <T> void run(
            UI ui, Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        Thread.startVirtualThread(() -> {
            try {
                var result = work.get();
                show(ui, () -> done.accept(result));
            } catch (RuntimeException thrown) {
                show(ui, () -> failed.accept(thrown));
            }
        });
    }

    /** Changes a screen from another thread, unless it was closed meanwhile. */
    public static void show(UI ui, Command change) {
        try {
            var _ = ui.access(change);
        } catch (UIDetachedException closedMeanwhile) {
            return;
        }
    }
}
