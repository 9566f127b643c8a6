package org.taswiya.web.console;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// Somebody of the staff who has signed in.
public final class StaffSignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final String staff;
    private final long ticket;
    private final @Nullable String knownAs;

    /// @param ticket their newest, by which they chose the password they gave; a reset makes another one count
    /// @param knownAs what the provider calls them, where it said who they are; null where they gave a password
    StaffSignedIn(String staff, long ticket, @Nullable String knownAs) {
        super(AuthorityUtils.createAuthorityList("ROLE_STAFF"));
        this.staff = staff;
        this.ticket = ticket;
        this.knownAs = knownAs;
        setAuthenticated(true);
    }

    /// The name they sign in with.
    public String staff() {
        return staff;
    }

    /// Their newest when they signed in.
    public long ticket() {
        return ticket;
    }

    /// What the provider called them when they came by it; null where they came otherwise.
    @Nullable String knownAs() {
        return knownAs;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return staff;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof StaffSignedIn signedIn
                && staff.equals(signedIn.staff)
                && ticket == signedIn.ticket
                && Objects.equals(knownAs, signedIn.knownAs);
    }

    @Override
    public int hashCode() {
        return staff.hashCode();
    }
}
