package org.taswiya.web.console;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.StaffProvider;

/// What is known of the provider that signs in staff. It is asked for its addresses when somebody first comes by it, so
/// that the pages start while it is away; once they are known they are kept.
final class ProviderClient implements ClientRegistrationRepository {
    /// The one there is.
    static final String NAME = "provider";

    /// Where the provider sends people back to.
    static final String BACK = "/staff/login/back/";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderClient.class);

    private final StaffProvider provider;
    private final String base;
    private volatile @Nullable ClientRegistration known;

    ProviderClient(DoorTerms terms) {
        this.provider = Objects.requireNonNull(terms.provider());
        this.base = terms.self() == null ? "{baseUrl}" : terms.self().toString().replaceFirst("/$", "");
    }

    /// Whether it can be asked to sign somebody in.
    boolean isThere() {
        try {
            find();
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.warn("the provider {} is away or answers wrongly: {}", provider.issuer(), e.getMessage());
            return false;
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        return name.equals(NAME) ? find() : null;
    }

    private ClientRegistration find() {
        ClientRegistration before = known;
        if (before != null) {
            return before;
        }
        ClientRegistration found = ClientRegistrations.fromOidcIssuerLocation(
                        provider.issuer().toString())
                .registrationId(NAME)
                .clientId(provider.client())
                .clientSecret(provider.secret())
                .redirectUri(base + BACK + "{registrationId}")
                .scope("openid", "email", "profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
        known = found;
        return found;
    }
}
