package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.web.Site;
import org.taswiya.web.door.Door;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.TypedBefore;
import org.taswiya.web.door.Wanted;
import org.taswiya.web.page.Problems;

/// What stands before every page below `/staff`.
@Configuration(proxyBeanMethods = false)
public class StaffChain {
    /// What a handset signs bears no token of a session.
    private static final String[] SIGNED = {"/staff/round/entries", "/staff/round/photos/*"};

    StaffChain() {}

    @Bean
    @Order(1)
    SecurityFilterChain staffChain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            Site site,
            LogoutHandler leaving,
            DoorTerms door,
            Optional<ProviderClient> client)
            throws Exception {
        if (client.isPresent() && door.provider() != null) {
            new StaffByProvider(site, door.provider(), contexts).on(http, client.get());
        }
        return Door.guarded(http, contexts)
                .securityMatcher("/staff", "/staff/**")
                .addFilterAfter(new TypedBefore(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(StaffGate.OPEN)
                        .permitAll()
                        .anyRequest()
                        .access(new StaffGate(site)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(StaffChain::toTheWayIn)
                        .accessDeniedHandler(StaffChain::denied))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SIGNED))
                .logout(logout -> logout.logoutUrl("/staff/logout")
                        .addLogoutHandler(leaving)
                        .logoutSuccessUrl("/staff/login"))
                .build();
    }

    @Bean
    @Conditional(HasProvider.class)
    ProviderClient providerClient(DoorTerms door) {
        return new ProviderClient(door);
    }

    /// Whether there is one to be a client of.
    static final class HasProvider implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Objects.requireNonNull(context.getBeanFactory())
                            .getBean(DoorTerms.class)
                            .provider()
                    != null;
        }
    }

    /// Staff who sign out are written down, by whichever door they go.
    @Bean
    LogoutHandler leaving(Site site) {
        return (request, _, who) -> {
            if (who instanceof StaffSignedIn staff) {
                Instant now = Instant.now(site.clock());
                StaffTrail.write(site.database(), Kind.SIGNED_OUT, staff.staff(), request.getRemoteAddr(), now);
            }
        };
    }

    private static void toTheWayIn(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        Wanted.remember(request);
        response.sendRedirect("/staff/login");
    }

    /// Somebody of the staff whose role does not open a page is told that it is not there; all others, customers too,
    /// are shown the way in. A form without its token does nothing, and what was typed is kept.
    private static void denied(HttpServletRequest request, HttpServletResponse response, Exception why)
            throws IOException {
        boolean isStaff = SecurityContextHolder.getContext().getAuthentication() instanceof StaffSignedIn;
        if (request.getMethod().equals("GET") && isStaff) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("GET")) {
            toTheWayIn(request, response, why);
        } else if (isStaff && !(why instanceof CsrfException)) {
            request.setAttribute(Problems.WHY, Problems.Why.NO_RIGHT);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            Problems.keptForm(request, isStaff, Wanted.remember(request));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
