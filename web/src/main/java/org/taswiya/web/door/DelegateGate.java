package org.taswiya.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.store.access.Delegates;
import org.taswiya.web.Site;

/// Asks with each request which accounts of others a customer looks after, so that what was ended is ended in sessions
/// that are open, too. It is kept in no session.
final class DelegateGate extends OncePerRequestFilter {
    private final Site site;

    DelegateGate(Site site) {
        this.site = site;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn customer) {
            Map<String, DelegateKind> now = Delegates.of(site.database().asking(), customer.accounts());
            SecurityContext fresh = SecurityContextHolder.createEmptyContext();
            fresh.setAuthentication(customer.with(now));
            SecurityContextHolder.setContext(fresh);
        }
        chain.doFilter(request, response);
    }
}
