package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints which faults were tried and what became of them; runs once the stories have ended. */
@Tag("P10.4")
@Tag("faults")
class FaultReportCheck {

    @Test
    void everyFaultLeftTheInvariantsWhole() throws IOException {
        var lines = FaultReport.lines();
        assumeThat(lines).as("faults were tried").isNotEmpty();
        System.out.println("\nFaults that were tried\n" + String.join("\n", lines) + "\n");
        assertThat(lines).noneMatch(line -> line.endsWith("FAILED"));
    }
}
