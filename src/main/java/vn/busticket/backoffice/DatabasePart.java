package vn.busticket.backoffice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import org.flywaydb.core.Flyway;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.busticket.ui.Facts;

/** Which database keeps everything, and how far its tables are. */
@Service
@Order(3)
class DatabasePart implements SystemPart {

    private final JdbcClient database;
    private final Flyway migrations;

    DatabasePart(JdbcClient database, Flyway migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Override
    public Component draw() {
        var server =
                database.sql("select current_setting('server_version')")
                        .query(String.class)
                        .single();
        var newest = migrations.info().current();
        var facts =
                new Facts()
                        .with(text("desk.system.database.server"), "PostgreSQL " + server)
                        .with(
                                text("desk.system.database.migration"),
                                newest == null
                                        ? Cells.NOTHING
                                        : newest.getVersion() + " · " + newest.getDescription());
        facts.addClassName("desk-facts");
        return new Part(text("desk.system.database"), facts);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
