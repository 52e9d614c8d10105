package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;

/** Which program runs, on which Java, since when. */
@Service
@Order(2)
class ProgramPart implements SystemPart {

    @Override
    public Component draw() {
        var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        var facts =
                new Facts()
                        .with(text("desk.system.program.version"), version().orElse(Cells.NOTHING))
                        .with(text("desk.system.program.java"), Runtime.version().toString())
                        .with(
                                text("desk.system.program.started"),
                                Formats.current().dateTime(started));
        facts.addClassName("desk-facts");
        return new Part(text("desk.system.program"), facts);
    }

    /** The version of the jar; empty where classes run from a folder. */
    private static Optional<String> version() {
        return Optional.ofNullable(ProgramPart.class.getPackage().getImplementationVersion());
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
