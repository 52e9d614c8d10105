package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 404 for a file of the look that does not exist; else Vaadin would answer with a page and
 * 200, or security with the way to sign in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class MissingFileFilter extends OncePerRequestFilter {

    private static final Pattern FILE =
            Pattern.compile(
                    "/[^?]*\\.(css|js|mjs|map|svg|png|jpe?g|gif|ico|webp|woff2?|ttf|php|txt|xml)",
                    Pattern.CASE_INSENSITIVE);

    private static final String FLOW = "/VAADIN/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith(FLOW)
                || !(path.startsWith("/frontend-theme/") || FILE.matcher(path).matches());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var file = new ClassPathResource("META-INF/resources" + path(request));
        if (file.exists() && file.isReadable()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
