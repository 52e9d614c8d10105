package vn.busticket.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.busticket.sandbox.BankAccount;
import vn.busticket.sandbox.SandboxSettings;

/** Reads what all processes of the stories have printed; runs once the stories have ended. */
@Tag("P3.10")
class StoryLogsCheck {

    private static final SandboxSettings PAYOS = SandboxSettings.defaults();

    private static final Map<String, Pattern> NEVER_LOGGED =
            Map.of(
                    "a key or a password",
                    words(
                            PAYOS.apiKey(),
                            PAYOS.checksumKey(),
                            Surroundings.ADMIN_PASSWORD,
                            "ZmFrZS1[A-Za-z0-9+/=]+"),
                    "a signature",
                    Pattern.compile("\\b[0-9a-fA-F]{64}\\b"),
                    "an account number",
                    words(BankAccount.FAKE.accountNumber()),
                    "a phone number",
                    Pattern.compile(
                            "(?<![\\w.:-])(\\+84|0)[ .]?[35789]\\d([ .]?\\d){7}(?![\\w.:-])"),
                    "an e-mail address",
                    Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+"),
                    "a passenger's name",
                    Pattern.compile("Lê Thị|Lê Văn|Trần Văn|Nguyễn Thị|Đỗ Kín"));

    private static final Pattern START =
            Pattern.compile("vn\\.busticket\\.Application +: Starting ");

    @Test
    void nothingSecretOrPersonalIsPrinted() throws IOException {
        var logs = StoryLogs.all();
        assumeThat(logs).as("stories have run").isNotEmpty();
        var found = new ArrayList<String>();
        var lines = 0;
        for (var log : logs) {
            for (var line : Files.readAllLines(log)) {
                lines++;
                NEVER_LOGGED.forEach((what, pattern) -> {
                    if (pattern.matcher(line).find()) {
                        found.add(what + ": " + line);
                    }
                });
            }
        }
        assertThat(lines).as("lines read").isPositive();
        assertThat(found).isEmpty();
    }

    /** The build settles how each bean is made; a jar without that starts a quarter more slowly. */
    @Test
    @Tag("P10.5")
    void everyProcessStartsAsItsBuildPreparedIt() throws IOException {
        var starts = new ArrayList<String>();
        for (var log : StoryLogs.all()) {
            Files.readAllLines(log).stream()
                    .filter(line -> START.matcher(line).find())
                    .forEach(starts::add);
        }
        assumeThat(starts).as("processes have started").isNotEmpty();
        assertThat(starts).allMatch(line -> line.contains("AOT-processed"));
    }

    private static Pattern words(String... words) {
        return Pattern.compile(String.join("|", List.of(words)));
    }
}
