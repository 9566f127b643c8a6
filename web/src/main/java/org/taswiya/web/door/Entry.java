package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.taswiya.store.access.AccountsOf;
import org.taswiya.store.access.SessionStanding;
import org.taswiya.web.Site;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.Writer;

/// Lets a customer in who has shown who they are, by whatever it was.
@Component
public final class Entry {
    /// For so long after a sign-in nobody is asked again who they are.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String OPENED_AT = "opened at";

    private final Site site;
    private final SecurityContextRepository contexts;
    private final KnownDevices devices;

    Entry(Site site, SecurityContextRepository contexts, KnownDevices devices) {
        this.site = site;
        this.contexts = contexts;
        this.devices = devices;
    }

    /// Where whoever signed in longer ago goes first, and comes back from with what they typed: an open session alone
    /// does not change where codes go or what opens the account, for somebody may have gone away from it.
    ///
    /// @return empty when they have just signed in
    public Optional<ResponseEntity<byte[]>> again(HttpServletRequest request) {
        Object at = request.getSession().getAttribute(OPENED_AT);
        Instant fresh = Instant.now(site.clock()).minus(FRESH);
        if (at instanceof Instant opened && opened.isAfter(fresh)) {
            return Optional.empty();
        }
        Wanted.remember(request);
        return Optional.of(Rendered.go("/login?again"));
    }

    /// How often it was changed how the holder of an account signs in, to be asked before they show who they are: a
    /// password that is changed while it is looked at opens nothing.
    long before(String account) {
        return SessionStanding.signInChanges(site.database(), account);
    }

    /// @param account one of theirs
    /// @param signInChanges as they were [#before]
    /// @return where they wanted to go
    String open(String account, long signInChanges, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId(); // whoever knew the session before does not know it now
        SignedIn customer = new SignedIn(AccountsOf.customerWith(site.database(), account), signInChanges);
        SecurityContextHolder.setContext(keep(customer, request, response));
        request.getSession().setAttribute(OPENED_AT, Instant.now(site.clock()));
        boolean isKnownHere = devices.isNoneOrOf(customer.accounts(), request);
        devices.remember(account, response);
        return Objects.requireNonNullElse(Wanted.take(request.getSession(), Writer.of(customer), isKnownHere), "/home");
    }

    /// Changes how they sign in: all that they have open elsewhere is over with it, and this session goes on by another
    /// name. It knows of the change before the books do, so that no page of it that is asked for meanwhile ends it.
    ///
    /// @param change whether it was made
    public boolean changed(
            SignedIn customer, HttpServletRequest request, HttpServletResponse response, BooleanSupplier change) {
        keep(customer.afterOneChange(), request, response);
        boolean isMade = false;
        try {
            isMade = change.getAsBoolean();
        } finally {
            if (isMade) {
                request.changeSessionId();
            } else {
                keep(customer.with(Map.of()), request, response);
            }
        }
        return isMade;
    }

    /// Ends a session: from here on it is a request of nobody.
    public static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private SecurityContext keep(SignedIn customer, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(customer);
        contexts.saveContext(context, request, response);
        return context;
    }
}
