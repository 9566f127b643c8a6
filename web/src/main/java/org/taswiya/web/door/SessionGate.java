package org.taswiya.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.taswiya.store.access.SessionStanding;
import org.taswiya.web.Site;

/// Asks with each request what the books say now: whether it was changed how a customer signs in, which ends what was
/// open before, and which accounts of others they look after. It is kept in no session.
final class SessionGate extends OncePerRequestFilter {
    private final Site site;

    SessionGate(Site site) {
        this.site = site;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn customer) {
            SessionStanding now = SessionStanding.of(site.database().asking(), customer.accounts());
            if (now.signInChanges() > customer.signInChanges()) {
                Entry.end(request);
            } else {
                SecurityContext fresh = SecurityContextHolder.createEmptyContext();
                fresh.setAuthentication(customer.with(now.lookedAfter()));
                SecurityContextHolder.setContext(fresh);
            }
        }
        chain.doFilter(request, response);
    }
}
