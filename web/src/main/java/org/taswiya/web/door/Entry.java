package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.taswiya.store.access.AccountsOf;
import org.taswiya.web.Site;

/// Lets a customer in who has shown who they are, by whatever it was.
@Component
public final class Entry {
    private final Site site;
    private final SecurityContextRepository contexts;
    private final KnownDevices devices;

    Entry(Site site, SecurityContextRepository contexts, KnownDevices devices) {
        this.site = site;
        this.contexts = contexts;
        this.devices = devices;
    }

    /// @param account one of theirs
    /// @return where they wanted to go
    String open(String account, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId(); // whoever knew the session before does not know it now
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(AccountsOf.customerWith(site.database(), account)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        devices.remember(account, response);
        return Objects.requireNonNullElse(Wanted.take(request.getSession()), "/home");
    }
}
