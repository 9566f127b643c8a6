package org.taswiya.web.console;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// Somebody of the staff who has signed in.
public final class StaffSignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final String staff;
    private final long ticket;
    private final boolean isByProvider;

    /// @param ticket their newest, by which they chose the password they gave; a reset makes another one count
    /// @param isByProvider whether they gave none, and the provider said who they are
    StaffSignedIn(String staff, long ticket, boolean isByProvider) {
        super(AuthorityUtils.createAuthorityList("ROLE_STAFF"));
        this.staff = staff;
        this.ticket = ticket;
        this.isByProvider = isByProvider;
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

    boolean isByProvider() {
        return isByProvider;
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
                && isByProvider == signedIn.isByProvider;
    }

    @Override
    public int hashCode() {
        return staff.hashCode();
    }
}
