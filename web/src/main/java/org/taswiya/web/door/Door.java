package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;

/// What is open to everybody, and what every answer bears.
@Configuration(proxyBeanMethods = false)
public class Door {
    /// Nothing of other hosts, no script that stands in a page, no frame around it.
    static final String CONTENT = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " connect-src 'self'; worker-src 'self'; manifest-src 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// What the card provider signs bears no token of a session.
    private static final String NOTICE = "/online/notice";

    private static final String[] OPEN = {
        "/",
        "/login",
        "/login/**",
        "/language",
        "/health",
        "/ready",
        "/robots.txt",
        "/style.css",
        "/page.js",
        "/chooser.js",
        "/passkey.js",
        "/console.js",
        "/typed.js",
        "/live.js",
        "/worker.js",
        "/icon.svg",
        "/icon-192.png",
        "/icon-512.png",
        "/manifest/*",
        "/offline",
        "/error",
        "/guest",
        "/guest/**",
        "/paid/*",
        NOTICE
    };

    Door() {}

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, SecurityContextRepository contexts, AgencyTerms terms, LogoutHandler leaving, Site site)
            throws Exception {
        return guarded(http, contexts, content(terms))
                .addFilterBefore(new SessionGate(site), AuthorizationFilter.class)
                .addFilterAfter(new TypedBefore(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().hasRole("CUSTOMER"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(Door::toTheWayIn).accessDeniedHandler(Door::denied))
                .csrf(csrf -> csrf.ignoringRequestMatchers(NOTICE))
                .logout(logout ->
                        logout.logoutUrl("/logout").addLogoutHandler(leaving).logoutSuccessUrl("/login"))
                .build();
    }

    /// What every answer bears, of customers' pages and of the console.
    public static HttpSecurity guarded(HttpSecurity http, SecurityContextRepository contexts) throws Exception {
        return guarded(http, contexts, CONTENT);
    }

    private static HttpSecurity guarded(HttpSecurity http, SecurityContextRepository contexts, String content)
            throws Exception {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(new UploadGate(), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new FormTokens()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable);
    }

    /// A form that pays leads on to the provider's page, and browsers follow it nowhere else.
    private static String content(AgencyTerms terms) {
        return terms.cards() == null ? CONTENT : CONTENT + " " + terms.cards().origin();
    }

    private static void toTheWayIn(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        if (request.getHeader(Frame.KEEP) != null) { // a device that keeps pages wants to see none
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Wanted.remember(request);
        response.sendRedirect("/login");
    }

    /// A form whose sign-in has ended is no forgery: what was typed is kept until they have signed in again.
    private static void denied(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        boolean isOpen = Stream.of(OPEN).anyMatch(open -> isAt(open, request.getRequestURI()));
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (!isOpen
                && who != null
                && !(who instanceof SignedIn)
                && request.getMethod().equals("GET")) {
            response.sendRedirect("/login"); // staff are no customers
            return;
        }
        if (!isOpen && (who == null || why instanceof CsrfException)) {
            Problems.keptForm(request, who != null, Wanted.remember(request));
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean isAt(String open, String path) {
        return open.endsWith("*") ? path.startsWith(open.replace("*", "")) : path.equals(open);
    }
}
