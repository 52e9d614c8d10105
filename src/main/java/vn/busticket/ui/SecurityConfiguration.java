package vn.busticket.ui;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Duration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import vn.busticket.accounts.AccountQueries;
import vn.busticket.accounts.AddressKeys;
import vn.busticket.accounts.RememberedPeople;
import vn.busticket.accounts.SignIn;
import vn.busticket.accounts.SignedLinks;

/**
 * Who may ask for what: machines under {@code /api}, the management port, and the screens, where
 * each view says for itself who may see it.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration HSTS = Duration.ofDays(365);

    /** The camera reads tickets at the door; nothing else of the device is used. */
    private static final String PERMISSIONS =
            "camera=(self), clipboard-write=(self), fullscreen=(self), geolocation=(),"
                    + " microphone=(), payment=(), usb=(), interest-cohort=()";

    /** The management port is not reachable from outside; see the deployment notes. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(EndpointRequest.toAnyEndpoint())).build();
    }

    /** Signatures, not sessions, prove who calls; what no controller knows is answered 404. */
    @Bean
    @Order(2)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(ApiAnswer.PREFIX, ApiAnswer.PREFIX + "/**")).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain screens(
            HttpSecurity http,
            SignIn signIn,
            AddressKeys addresses,
            AccountQueries accounts,
            SecurityContextHolderStrategy people,
            RequestUtil routes,
            VisitorFilter visitors,
            TokenBasedRememberMeServices rememberMe)
            throws Exception {
        http.setSharedObject(
                VaadinSavedRequestAwareAuthenticationSuccessHandler.class,
                new ReturnAfterSignIn(accounts));
        http.setSharedObject(RequestCache.class, refusedPages());
        return http.headers(SecurityConfiguration::headers)
                .headers(headers ->
                        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(PublicPaths.PATTERNS.toArray(String[]::new))
                                .permitAll())
                .addFilterAfter(
                        new EndedSessionFilter(accounts, people), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new SignInFilter(signIn, addresses),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SecondFactorFilter(routes, people), AuthorizationFilter.class)
                .rememberMe(remember ->
                        remember.rememberMeServices(rememberMe).key(rememberMe.getKey()))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin ->
                                vaadin.loginView(SignInPage.PATH, "/")
                                        .addLogoutHandler(visitors)
                                        .addLogoutHandler(rememberMe)
                                        .anyRequest(
                                                AuthorizeHttpRequestsConfigurer.AuthorizedUrl
                                                        ::permitAll))
                .build();
    }

    @Bean
    TokenBasedRememberMeServices rememberMe(
            RememberedPeople people, SignedLinks links, PublicAddress address) {
        var services =
                new TokenBasedRememberMeServices(
                        links.fingerprint("remember-me", "key"), people::byEmail);
        services.setCookieName(address.cookieName("busticket-remember"));
        services.setUseSecureCookie(address.isHttps());
        services.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        services.setTokenValiditySeconds((int) REMEMBERED.toSeconds());
        return services;
    }

    /** Remembers the page that needs a sign-in, and returns to its own address, nothing added. */
    @SuppressWarnings("NullAway") // Spring Security documents null as "no parameter"
    private static RequestCache refusedPages() {
        var pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        return pages;
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(CsrfConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.withObjectPostProcessor(new BeforeTheAnswer())
                .contentSecurityPolicy(
                        policy -> policy.policyDirectives(ContentSecurityPolicy.NOTHING))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(
                        policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(HSTS.toSeconds()).includeSubDomains(false));
    }

    /**
     * Vaadin's pages come by a forward, after which Tomcat finishes the answer without asking the
     * filters in front: what they want to say must be said first.
     */
    private static final class BeforeTheAnswer implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
