package org.taswiya.web.api;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.taswiya.store.api.ApiKey;

/// A program that bears a good key, for one request.
final class KeyHolder extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ApiKey key;

    KeyHolder(ApiKey key) {
        super(AuthorityUtils.createAuthorityList("ROLE_PROGRAM"));
        this.key = key;
        setAuthenticated(true);
    }

    ApiKey key() {
        return key;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return key.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof KeyHolder holder && key.equals(holder.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
