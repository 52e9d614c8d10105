package vn.busticket.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.RawBrowser;

/** What a balancer asks, and what people read; jobs do not run by themselves in these tests. */
@Tag("P10.1")
class HealthTest extends ApplicationTest {

    @Autowired private HealthReport report;

    @Value("${local.management.port}")
    private int managementPort;

    @Test
    void aNodeIsReadyWithItsDatabaseItsTablesAndItsScheduler() {
        var ready = health("/readiness");
        assertThat(ready.path("components").propertyNames())
                .containsExactlyInAnyOrder("readinessState", "db", "migrations", "scheduler");
        assertThat(state(ready, "db")).isEqualTo("UP");
        assertThat(state(ready, "migrations")).isEqualTo("UP");
        assertThat(state(ready, "scheduler")).isEqualTo("DOWN");
        assertThat(status("/readiness")).isEqualTo(503);
    }

    @Test
    void aNodeLivesWhateverIsAway() {
        assertThat(status("/liveness")).isEqualTo(200);
    }

    @Test
    void aGatewayThatIsAwayIsToldAndTakesNoNodeAway() {
        assertThat(state(health("/parts"), "gateway")).isEqualTo("UP");
        database.sql(
                        """
                        insert into gateway_pause (gateway, permits, refilled_at, opened_at)
                        values ('payos', 0, timestamptz 'epoch', timestamptz 'epoch')
                        on conflict (gateway) do update set opened_at = excluded.opened_at
                        """)
                .update();
        assertThat(health("/parts").path("status").asString()).isEqualTo("DEGRADED");
        assertThat(state(health("/parts"), "gateway")).isEqualTo("DEGRADED");
        assertThat(status("/parts")).isEqualTo(200);
        assertThat(parts()).containsEntry("gateway", PartHealth.State.DEGRADED);
    }

    @Test
    void aMailServerThatIsAwayIsToldAndTakesNoNodeAway() {
        assertThat(state(health("/parts"), "mail")).isEqualTo("UP");
        database.sql(
                        """
                        update message_channel
                           set failures = 5, opened_at = timestamptz 'epoch', paused_until = timestamptz 'epoch'
                         where channel = 'EMAIL'
                        """)
                .update();
        assertThat(state(health("/parts"), "mail")).isEqualTo("DEGRADED");
        assertThat(status("/parts")).isEqualTo(200);
        assertThat(parts()).containsEntry("mail", PartHealth.State.DEGRADED);
    }

    @Test
    void staffSeeTheSameParts() {
        assertThat(parts())
                .containsEntry("db", PartHealth.State.UP)
                .containsEntry("migrations", PartHealth.State.UP)
                .containsEntry("scheduler", PartHealth.State.DOWN)
                .containsKeys("gateway", "mail", "bounceMailbox");
    }

    private Map<String, PartHealth.State> parts() {
        return report.parts().stream()
                .collect(Collectors.toMap(PartHealth::name, PartHealth::state));
    }

    private JsonNode health(String group) {
        return new JsonMapper().readTree(management().get("/actuator/health" + group).body());
    }

    private int status(String group) {
        return management().get("/actuator/health" + group).statusCode();
    }

    private RawBrowser management() {
        return new RawBrowser("http://localhost:" + managementPort, "en");
    }

    private static String state(JsonNode report, String part) {
        return report.path("components").path(part).path("status").asString();
    }
}
