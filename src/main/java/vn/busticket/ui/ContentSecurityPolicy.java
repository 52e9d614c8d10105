package vn.busticket.ui;

import com.vaadin.flow.server.Constants;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What a page may load and run: only our own files and the script that the page itself brings,
 * marked with a number used once. Vaadin 25.1 makes functions of expressions that the server sends,
 * hence {@code unsafe-eval}, and sets styles on elements, hence {@code unsafe-inline} for styles
 * (Vaadin documentation, "Content Security Policy").
 */
@Component
class ContentSecurityPolicy {

    static final String HEADER = "Content-Security-Policy";

    /** For everything that is no page of ours: it loads and runs nothing. */
    static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** For the script that answers for a crew's list without a network: it asks us, nobody else. */
    static final String WORKER = NOTHING + "; connect-src 'self'";

    private static final String PAGE =
            """
            default-src 'none'; \
            script-src 'self' 'nonce-%s' 'unsafe-eval'%s; \
            style-src 'self' 'unsafe-inline'; \
            img-src 'self' data: blob:; \
            font-src 'self' data:; \
            connect-src 'self'; \
            media-src 'self' blob:; \
            worker-src 'self' blob:; \
            manifest-src 'self'; \
            frame-src 'self'; \
            frame-ancestors 'none'; \
            base-uri 'self'; \
            form-action 'self'; \
            object-src 'none'\
            """;

    /**
     * The two lines with which Vaadin shows its banner where a product of it is built in for
     * evaluation: they join the page once all scripts are marked, and are known by their hash.
     */
    private static final String BANNER = " 'sha256-VLPJicdxFLjuDrsyxemB6iiuaur0bcLrSsJ1sDWxd2o='";

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** Marks all scripts of a page; to be asked when the page has all of them. */
    void protect(IndexHtmlResponse page) {
        var nonce = nonce();
        page.getDocument()
                .select("script, link[rel=preload][as=script], link[rel=modulepreload]")
                .attr("nonce", nonce);
        page.getVaadinResponse().setHeader(HEADER, PAGE.formatted(nonce, evaluation(page)));
    }

    private static String evaluation(IndexHtmlResponse page) {
        var settings = page.getVaadinRequest().getService().getDeploymentConfiguration();
        return settings.getBooleanProperty(Constants.COMMERCIAL_BANNER_TOKEN, false) ? BANNER : "";
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
