package org.taswiya.store.api;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A key of another program, without what nobody sees again.
///
/// @param name what it is for; several may have the same while a program changes over
/// @param customer whose accounts alone it opens; null for those of all
/// @param staff for whom of the staff it acts; null for nobody
/// @param perMinute how many requests it may make
public record ApiKey(
        long id,
        String name,
        Set<ApiScope> scopes,
        @Nullable String customer,
        @Nullable String staff,
        int perMinute,
        boolean isRevoked) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(ApiScope scope) {
        return scopes.contains(scope);
    }

    /// In the order in which they are told.
    public Set<ApiScope> scopesInOrder() {
        return new TreeSet<>(scopes);
    }
}
