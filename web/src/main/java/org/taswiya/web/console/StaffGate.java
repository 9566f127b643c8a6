package org.taswiya.web.console;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.taswiya.store.staff.KnownStaff;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.web.Site;
import org.taswiya.web.door.Entry;
import org.taswiya.web.page.Frame;

/// Who may open which page of the console. The books are asked each time; what is not named here opens to nobody.
final class StaffGate implements AuthorizationManager<RequestAuthorizationContext> {
    /// The way in; what the readers' app is made of; what handsets ask for by their own signature.
    static final String[] OPEN = {
        "/staff/login",
        "/staff/login/provider",
        "/staff/welcome",
        "/staff/welcome/password",
        "/staff/round/app.js",
        "/staff/round/kept.js",
        "/staff/round/app.css",
        "/staff/round/sync.js",
        "/staff/round/worker.js",
        "/staff/round/round.webmanifest",
        "/staff/round/today",
        "/staff/round/entries",
        "/staff/round/photos/*"
    };

    private final Site site;

    StaffGate(Site site) {
        this.site = site;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        if (!(who.get() instanceof StaffSignedIn staff)) {
            return new AuthorizationDecision(false);
        }
        Set<StaffRight> rights = isStillKnown(staff)
                ? StaffDoor.rights(site.database(), staff.staff(), staff.ticket())
                : Set.<StaffRight>of();
        if (rights.isEmpty()) {
            Entry.end(context.getRequest()); // who was disabled, reset, or is called otherwise signs in anew
            return new AuthorizationDecision(false);
        }
        context.getRequest().setAttribute(Frame.RIGHTS, rights);
        return new AuthorizationDecision(isOpen(context.getRequest().getServletPath(), rights));
    }

    /// Whoever came by the provider goes when it calls them so no more.
    private boolean isStillKnown(StaffSignedIn staff) {
        String knownAs = staff.knownAs();
        return knownAs == null
                || KnownStaff.of(site.database(), staff.staff())
                        .filter(knownAs::equals)
                        .isPresent();
    }

    private static boolean isOpen(String path, Set<StaffRight> rights) {
        if (path.equals("/staff") || path.equals("/staff/keys") || path.startsWith(StaffPasswordPages.PAGE)) {
            return !rights.isEmpty();
        }
        if (path.equals("/staff/trail")) {
            return rights.contains(StaffRight.TRAIL);
        }
        if (path.equals("/staff/work") || path.startsWith("/staff/work/")) {
            return rights.contains(StaffRight.WORK) && rights.containsAll(ofAct(path));
        }
        if (path.startsWith("/staff/exchanges/")) {
            return rights.containsAll(Set.of(StaffRight.WORK, StaffRight.SUSPECTS));
        }
        if (path.startsWith("/staff/requests/")) {
            return rights.contains(StaffRight.REQUESTS);
        }
        if (path.equals("/staff/outages") || path.startsWith("/staff/outages/")) {
            return rights.contains(StaffRight.OUTAGES);
        }
        if (path.equals("/staff/runs")) {
            return rights.contains(StaffRight.RUNS);
        }
        if (path.equals("/staff/reach") || path.startsWith("/staff/reach/")) {
            return rights.contains(StaffRight.REACH);
        }
        if (path.equals("/staff/shadows") || path.startsWith("/staff/shadows/")) {
            return rights.contains(StaffRight.SHADOWS);
        }
        if (path.equals("/staff/price-books") || path.startsWith("/staff/price-books/")) {
            return rights.contains(StaffRight.PRICE_BOOKS) && rights.containsAll(ofPriceBooks(path));
        }
        if (path.equals("/staff/round/") || path.equals("/staff/round/handset")) {
            return rights.contains(StaffRight.ROUND);
        }
        if (path.equals("/staff/handsets") || path.startsWith("/staff/handsets/")) {
            return rights.contains(StaffRight.HANDSETS);
        }
        StaffRight act = StaffActs.rightFor(path);
        if (act != null) {
            return rights.contains(StaffRight.CUSTOMERS) && rights.contains(act);
        }
        boolean isOfCustomers = path.equals("/staff/search")
                || path.equals("/staff/search/hits")
                || path.startsWith("/staff/accounts/")
                || path.startsWith("/staff/bills/");
        return isOfCustomers && rights.contains(StaffRight.CUSTOMERS);
    }

    /// What a page of price books needs beside seeing them.
    private static Set<StaffRight> ofPriceBooks(String path) {
        if (path.equals("/staff/price-books/draft")) {
            return Set.of(StaffRight.PRICE_BOOK_PROPOSALS);
        }
        return path.matches("/staff/price-books(/[0-9]+)?") ? Set.of() : Set.of(StaffRight.PRICE_BOOK_APPROVALS);
    }

    /// What a form of a work list needs beside the list itself: nobody takes what they may not decide, out of the hands
    /// of those who may.
    private static Set<StaffRight> ofAct(String path) {
        if (path.endsWith("/assign")) {
            return Set.of(StaffRight.ASSIGN);
        }
        boolean isOfItem = path.endsWith("/decide") || path.endsWith("/take");
        String list = isOfItem ? path.split("/", -1)[3] : "";
        return switch (list) {
            case "held" -> Set.of(StaffRight.HOLDS);
            case "suspect", "exchange" -> Set.of(StaffRight.SUSPECTS);
            case "dispute" -> Set.of(StaffRight.DISPUTES);
            case "unmatched" -> Set.of(StaffRight.UNMATCHED);
            case "request" -> Set.of(StaffRight.REQUESTS);
            default -> Set.of();
        };
    }
}
