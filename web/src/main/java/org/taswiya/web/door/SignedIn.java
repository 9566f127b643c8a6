package org.taswiya.web.door;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.taswiya.web.Site;

/// A customer who has signed in, and the accounts that are theirs.
public final class SignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final String[] accounts;

    /// @param accounts by their references, in order; the one they signed in with is among them
    SignedIn(List<String> accounts) {
        super(AuthorityUtils.createAuthorityList("ROLE_CUSTOMER"));
        this.accounts = accounts.toArray(String[]::new);
        setAuthenticated(true);
    }

    public List<String> accounts() {
        return List.of(accounts);
    }

    /// Whether they may see what is of that account.
    public boolean owns(String account) {
        return accounts().contains(account);
    }

    /// A site as the customer who has signed in may see it: of nobody else anything, whatever is asked for. Where no
    /// customer has, of nobody at all.
    public static Site seen(Site site) {
        return site.seenBy(
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
        return super.equals(other) && other instanceof SignedIn signedIn && Arrays.equals(accounts, signedIn.accounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(accounts);
    }
}
