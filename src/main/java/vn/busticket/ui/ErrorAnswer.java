package vn.busticket.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.HtmlUtils;
import vn.busticket.shared.Language;

/**
 * What is answered where no screen can: JSON to machines, a short page to people, never a stack
 * trace.
 */
@Controller
class ErrorAnswer implements ErrorController {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · BusTicket</title>
            <h1>%s</h1>
            <p>%s</p>
            <p><a href="%s">%s</a></p>
            </html>
            """;

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, FailureKind.RETRY_AFTER_SECONDS);
        }
        if (ApiAnswer.isDueTo(originalPath(request))) {
            ApiAnswer.write(response, status);
        } else {
            writePage(request, response, status);
        }
    }

    /** Asks a person to come back to the same address; needs nothing but memory. */
    static void writeBusy(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, FailureKind.RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        writePage(request, response, HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static void writePage(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        var language = VisitorLanguage.ofBrowser(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var kind = kind(request, status);
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(
                        PAGE.formatted(
                                language.locale().getLanguage(),
                                text(language, kind + ".headline"),
                                text(language, kind + ".headline"),
                                text(language, kind + ".explanation"),
                                status == HttpStatus.SERVICE_UNAVAILABLE
                                        ? HtmlUtils.htmlEscape(sameAddress(request), "UTF-8")
                                        : "/",
                                text(
                                        language,
                                        status == HttpStatus.SERVICE_UNAVAILABLE
                                                ? "ui.busy.again"
                                                : "ui.goSearch")));
    }

    /** As the browser wrote it, which is encoded; never another host's. */
    private static String sameAddress(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = originalPath(request).replaceFirst("^/+", "/");
        return query == null ? path : path + "?" + query;
    }

    private static String text(Language language, String key) {
        return HtmlUtils.htmlEscape(Messages.text(language, key), "UTF-8");
    }

    private static String kind(HttpServletRequest request, HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "ui.notFound";
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            return "ui.busy";
        }
        if (request.getAttribute(PlainHttpFilter.REFUSED) != null) {
            return "ui.onlyHttps";
        }
        return status.is4xxClientError() ? "ui.notAccepted" : "ui.error";
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status == HttpStatus.INTERNAL_SERVER_ERROR && isTooBusy(request)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static boolean isTooBusy(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && FailureKind.of(thrown) == FailureKind.TOO_BUSY;
    }

    private static String originalPath(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path instanceof String original ? original : request.getRequestURI();
    }
}
