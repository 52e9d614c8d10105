package vn.busticket.payments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Vietnam's banks by the number (BIN) that NAPAS gave them. */
@Component
public class Banks {

    private static final String RESOURCE = "payments/banks.csv";

    private final Map<String, String> namesByBin;

    Banks() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ClassPathResource(RESOURCE).getInputStream(),
                                StandardCharsets.UTF_8))) {
            this.namesByBin =
                    lines.lines()
                            .skip(1)
                            .map(line -> line.split(",", 2))
                            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }

    /** All banks by name. */
    public List<Bank> all() {
        return namesByBin.entrySet().stream()
                .map(bank -> new Bank(bank.getKey(), bank.getValue()))
                .sorted(Comparator.comparing(Bank::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The name that people know a bank by; empty for a number that nobody has. */
    public Optional<String> name(@Nullable String bin) {
        return bin == null ? Optional.empty() : Optional.ofNullable(namesByBin.get(bin));
    }
}
