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

    /// @param ticket by which they chose the password they gave
    StaffSignedIn(String staff, long ticket) {
        super(AuthorityUtils.createAuthorityList("ROLE_STAFF"));
        this.staff = staff;
        this.ticket = ticket;
        setAuthenticated(true);
    }

    /// The name they sign in with.
    public String staff() {
        return staff;
    }

    /// By which they chose the password they gave.
    public long ticket() {
        return ticket;
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
                && ticket == signedIn.ticket;
    }

    @Override
    public int hashCode() {
        return staff.hashCode();
    }
}
