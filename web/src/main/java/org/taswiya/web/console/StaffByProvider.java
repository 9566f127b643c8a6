package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.taswiya.store.staff.KnownStaff;
import org.taswiya.store.staff.KnownStaff.Known;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.web.Site;
import org.taswiya.web.door.StaffProvider;

/// The way in by the utility's own provider (OpenID Connect, code flow with PKCE, state and nonce). The provider says
/// who somebody is and nothing else: they have to be one of the staff here, and their role is the one they have here.
/// Nothing that it gives is kept: no token, no claim.
final class StaffByProvider {
    /// As the trail says how somebody came.
    private static final String HOW = "provider";

    private static final String FAULT = "/staff/login?fault=provider";

    private final Site site;
    private final StaffProvider provider;
    private final SecurityContextRepository contexts;

    StaffByProvider(Site site, StaffProvider provider, SecurityContextRepository contexts) {
        this.site = site;
        this.provider = provider;
        this.contexts = contexts;
    }

    void on(HttpSecurity http, ProviderClient client) throws Exception {
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(_ -> false); // what is signed is enough
        http.oauth2Login(login -> login.clientRegistrationRepository(client)
                .authorizedClientRepository(new Forgotten())
                .loginPage("/staff/login")
                .loginProcessingUrl(ProviderClient.BACK + "*")
                .authorizationEndpoint(to -> to.baseUri("/staff/login/oidc"))
                .userInfoEndpoint(of -> of.oidcUserService(users))
                .withObjectPostProcessor(new NothingKept())
                .successHandler(this::cameIn)
                .failureHandler(this::refused));
    }

    private void cameIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        Instant now = Instant.now(site.clock());
        Optional<Known> known = Optional.ofNullable(calledBy(who)).flatMap(as -> KnownStaff.find(site.database(), as));
        if (known.isEmpty() || !known.get().isEnabled()) {
            String name = known.map(Known::name).orElse("");
            String why = known.isEmpty() ? HOW + ": nobody here" : HOW + ": disabled";
            StaffTrail.refused(site.database(), name, request.getRemoteAddr(), now, why, true);
            response.sendRedirect(FAULT);
            return;
        }
        StaffTrail.write(site.database(), Kind.SIGNED_IN, known.get().name(), request.getRemoteAddr(), now, HOW);
        StaffSignedIn signedIn = new StaffSignedIn(
                known.get().name(), known.get().ticket(), known.get().knownAs());
        response.sendRedirect(StaffEntry.open(signedIn, contexts, request, response));
    }

    /// Null where the token does not say it. An address that the provider has not confirmed is somebody's own word.
    private @Nullable String calledBy(Authentication who) {
        if (!(who.getPrincipal() instanceof OidcUser user)) {
            return null;
        }
        boolean isOwnWord = provider.claim().equals("email") && !Boolean.TRUE.equals(user.getEmailVerified());
        return isOwnWord ? null : user.getIdToken().getClaimAsString(provider.claim());
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String code = why instanceof OAuth2AuthenticationException one
                ? one.getError().getErrorCode()
                : "failed";
        String shown = code.matches("[a-z_]{1,60}") ? code : "failed";
        Instant now = Instant.now(site.clock());
        StaffTrail.refused(site.database(), "", request.getRemoteAddr(), now, HOW + ": " + shown, true);
        response.sendRedirect(FAULT);
    }

    /// Whom the provider has named is nobody here yet: the session does not hear of them. Said to the configurer, it is
    /// overruled by what the chain keeps sessions in.
    private static final class NothingKept implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {
        @Override
        public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
            filter.setSecurityContextRepository(new NullSecurityContextRepository());
            return filter;
        }
    }

    /// Tokens of the provider are for nothing else here.
    private static final class Forgotten implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as Spring has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String client, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // not kept
        }

        @Override
        public void removeAuthorizedClient(
                String client, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // there is none
        }
    }
}
