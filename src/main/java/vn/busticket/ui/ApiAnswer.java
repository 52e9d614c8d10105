package vn.busticket.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers to machines under {@code /api} that no controller gives: always JSON of one form. */
final class ApiAnswer {

    static final String PREFIX = "/api";

    private ApiAnswer() {}

    static boolean isDueTo(String path) {
        return path.equals(PREFIX) || path.startsWith(PREFIX + "/");
    }

    static void notFound(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(response, HttpStatus.NOT_FOUND);
    }

    /** The status and its name as code and message; nothing of what was sent comes back. */
    static void write(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(
                        "{\"code\":\"%s\",\"message\":\"%s\"}"
                                .formatted(
                                        status.name().toLowerCase(Locale.ROOT),
                                        status.getReasonPhrase()));
    }
}
