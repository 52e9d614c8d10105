package vn.busticket.ui;

import jakarta.servlet.SessionTrackingMode;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import vn.busticket.accounts.AddressKeys;
import vn.busticket.accounts.VisitorCookies;

/** How requests come in: proxies, visitors, the session's cookie, unknown API paths. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicAddress.class)
class WebConfiguration {

    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 10;

    /** Behind controllers, which know about wrong methods, and before Vaadin, which takes all. */
    private static final int BEFORE_SCREENS = 1;

    @Bean
    SimpleUrlHandlerMapping unknownApiPaths() {
        HttpRequestHandler notFound = ApiAnswer::notFound;
        return new SimpleUrlHandlerMapping(
                Map.of(ApiAnswer.PREFIX, notFound, ApiAnswer.PREFIX + "/**", notFound),
                BEFORE_SCREENS);
    }

    @Bean
    FilterRegistrationBean<TrustedProxyFilter> trustedProxyFilter(PublicAddress address) {
        var filter = new TrustedProxyFilter(address.trustedNetworks());
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainHttpFilter> plainHttpFilter(PublicAddress address) {
        var registration = new FilterRegistrationBean<>(new PlainHttpFilter(address));
        registration.setOrder(BEFORE_SECURITY + 1);
        return registration;
    }

    @Bean
    VisitorFilter visitorFilter(
            VisitorCookies cookies, AddressKeys addresses, PublicAddress address) {
        return new VisitorFilter(cookies, addresses, address);
    }

    @Bean
    FilterRegistrationBean<VisitorFilter> visitorFilterRegistration(VisitorFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(BEFORE_SECURITY + 2);
        return registration;
    }

    @Bean
    ServletContextInitializer sessionCookie(PublicAddress address) {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            var cookie = context.getSessionCookieConfig();
            cookie.setName(address.cookieName("busticket-session"));
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(address.isHttps());
            cookie.setAttribute("SameSite", "Lax");
        };
    }
}
