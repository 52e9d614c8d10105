package vn.busticket.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.busticket.accounts.AddressKeys;
import vn.busticket.accounts.SignIn;

/**
 * Stands before the sign-in form: refuses forms that another site sent, slows down whoever guesses
 * passwords, and keeps the e-mail address that was typed.
 */
class SignInFilter extends OncePerRequestFilter {

    private final SignIn signIn;
    private final AddressKeys addresses;

    SignInFilter(SignIn signIn, AddressKeys addresses) {
        this.signIn = signIn;
        this.addresses = addresses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST")
                && request.getServletPath().equals(SignInPage.PATH));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (comesFromAnotherSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var email = Optional.ofNullable(request.getParameter("username")).orElse("");
        SignInPage.keepTypedEmail(request, email);
        if (email.isBlank() || isBlank(request.getParameter("password"))) {
            response.sendRedirect(SignInPage.PATH + "?" + SignInPage.INCOMPLETE);
        } else if (signIn.mayTry(email, addresses.of(request.getRemoteAddr()))) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(SignInPage.PATH + "?" + SignInPage.TOO_MANY);
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    /** Fetch Metadata (W3C, 2021), which every current browser sends over HTTPS and to loopback. */
    private static boolean comesFromAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
