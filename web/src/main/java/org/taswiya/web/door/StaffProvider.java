package org.taswiya.web.door;

import java.net.URI;

/// Who signs in the utility's people, by OpenID Connect.
///
/// @param issuer its address, as its tokens name it
/// @param client what it calls these pages
/// @param secret by which they prove that they are
/// @param claim of its tokens, which says who somebody is: `email` for one
public record StaffProvider(URI issuer, String client, String secret, String claim) {
    /// Without the secret.
    @Override
    public String toString() {
        return "StaffProvider[" + issuer + ", " + client + ", " + claim + "]";
    }
}
