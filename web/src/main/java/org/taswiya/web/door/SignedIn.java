package org.taswiya.web.door;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.web.Site;

/// A customer who has signed in, the accounts that are theirs, and those of others that they look after.
///
/// What is theirs is known from the sign-in on; what they look after is asked again with each request ([SessionGate]).
public final class SignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final String[] accounts;
    private final long signInChanges;
    private final TreeMap<String, DelegateKind> lookedAfter;

    /// @param accounts by their references, in order; the one they signed in with is among them
    /// @param signInChanges as [org.taswiya.store.access.SessionStanding] counted them before they showed who they are
    SignedIn(List<String> accounts, long signInChanges) {
        this(accounts, signInChanges, Map.of());
    }

    /// @param lookedAfter accounts of others, and what may be done for each
    SignedIn(List<String> accounts, long signInChanges, Map<String, DelegateKind> lookedAfter) {
        super(AuthorityUtils.createAuthorityList("ROLE_CUSTOMER"));
        this.accounts = accounts.toArray(String[]::new);
        this.signInChanges = signInChanges;
        this.lookedAfter = new TreeMap<>(lookedAfter);
        setAuthenticated(true);
    }

    /// Their own.
    public List<String> accounts() {
        return List.of(accounts);
    }

    /// How often it had been changed how they sign in: with one change more this session is over.
    long signInChanges() {
        return signInChanges;
    }

    /// Their own, then those that they look after: they see what is of them, pay, and read the meter.
    public List<String> seenAccounts() {
        return Stream.concat(Stream.of(accounts), lookedAfter.keySet().stream()).toList();
    }

    /// Those for which they may also ask: for instalments, or what is wrong with a bill.
    public List<String> managedAccounts() {
        return seenAccounts().stream().filter(this::manages).toList();
    }

    /// Whether an account is their own: how it is reached, who is let into it and that it ends is for them alone.
    public boolean owns(String account) {
        return accounts().contains(account);
    }

    public boolean sees(String account) {
        return owns(account) || lookedAfter.containsKey(account);
    }

    public boolean manages(String account) {
        return owns(account) || lookedAfter.get(account) == DelegateKind.MANAGE;
    }

    /// Whether whoever reads a page now may ask for things of an account, and is shown where.
    public static boolean isManagedByReader(String account) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn customer
                && customer.manages(account);
    }

    /// Who does something for an account, as it is written down with it.
    public String doing(String account) {
        return owns(account) ? "the customer" : "a delegate, the holder of " + accounts[0];
    }

    /// The same with what they look after now.
    SignedIn with(Map<String, DelegateKind> now) {
        SignedIn fresh = new SignedIn(accounts(), signInChanges, now);
        fresh.setDetails(getDetails());
        return fresh;
    }

    /// The same, who has made one change more.
    SignedIn afterOneChange() {
        return new SignedIn(accounts(), signInChanges + 1);
    }

    /// A site as the customer who has signed in may see it: of nobody else anything, whatever is asked for. Where no
    /// customer has, of nobody at all.
    public static Site seen(Site site) {
        return site.seenBy(
                SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn customer
                        ? customer.seenAccounts()
                        : List.of(),
                SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn customer
                        ? customer.accounts()
                        : List.of());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return accounts[0];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof SignedIn signedIn
                && Arrays.equals(accounts, signedIn.accounts)
                && signInChanges == signedIn.signInChanges
                && lookedAfter.equals(signedIn.lookedAfter);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(accounts) + lookedAfter.hashCode();
    }
}
