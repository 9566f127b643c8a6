package org.taswiya.web.door;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.taswiya.store.access.Passkeys;
import org.taswiya.store.access.Passkeys.Passkey;
import org.taswiya.store.access.Passkeys.Shown;
import org.taswiya.web.Site;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Asks devices for passkeys and judges what they say, by Spring Security's WebAuthn: challenge, origin, signature,
/// that somebody was there and was asked for their finger or code, and that the count of a device never goes back. Each
/// key is found by its device alone, without a name typed before (a discoverable credential).
@Component
public final class PasskeyParty {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> USED =
            new TypeReference<>() {};

    private final Site site;
    private final DoorTerms terms;

    PasskeyParty(Site site, DoorTerms terms) {
        this.site = site;
        this.terms = terms;
    }

    /// A device that has proven itself.
    ///
    /// @param signCount as it counts now
    record Proven(Passkey passkey, long signCount, boolean isBackedUp) {}

    /// As a page hands it to its script.
    public static String json(Object options) {
        return JSON.writeValueAsString(options);
    }

    /// What a device is asked that shall make one.
    ///
    /// @param account any of the customer's
    public PublicKeyCredentialCreationOptions creation(
            String account, Authentication customer, HttpServletRequest request) {
        Webauthn4JRelyingPartyOperations party = party(KnownKeys.of(site.database(), account), request);
        party.setCustomizeCreationOptions(asked -> asked.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
        return party.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(customer));
    }

    /// What it has made.
    ///
    /// @param said as the script has sent it
    /// @return empty when that is no answer to what it was asked
    public Optional<Shown> made(
            String account,
            PublicKeyCredentialCreationOptions asked,
            String said,
            String name,
            HttpServletRequest request) {
        try {
            RelyingPartyPublicKey key = new RelyingPartyPublicKey(JSON.readValue(said, MADE), name);
            CredentialRecord made = party(KnownKeys.of(site.database(), account), request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked, key));
            return Optional.of(KnownKeys.shown(made, name));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException _) {
            return Optional.empty(); // whatever somebody has put together
        }
    }

    /// What a device is asked that shall open with one.
    PublicKeyCredentialRequestOptions request(Authentication nobody, HttpServletRequest request) {
        Webauthn4JRelyingPartyOperations party = party(KnownKeys.none(site.database()), request);
        party.setCustomizeRequestOptions(asked -> asked.userVerification(UserVerificationRequirement.REQUIRED));
        return party.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody));
    }

    /// @param said as the script has sent it
    /// @return empty when that is no answer to what it was asked, or of no key that opens
    Optional<Proven> proven(PublicKeyCredentialRequestOptions asked, String said, HttpServletRequest request) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> used = JSON.readValue(said, USED);
            KnownKeys keys = KnownKeys.none(site.database());
            party(keys, request).authenticate(new RelyingPartyAuthenticationRequest(asked, used));
            CredentialRecord now = keys.saved().orElseThrow();
            return Passkeys.find(site.database(), now.getCredentialId().getBytes())
                    .filter(key -> isHolders(used, key))
                    .map(key -> new Proven(key, now.getSignatureCount(), now.isBackupState()));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }

    /// The device names the holder too, and names the one whose key it is.
    private static boolean isHolders(PublicKeyCredential<AuthenticatorAssertionResponse> used, Passkey key) {
        return used.getResponse().getUserHandle() != null
                && Arrays.equals(used.getResponse().getUserHandle().getBytes(), key.handle());
    }

    /// A browser lets a page ask for keys of its own host alone; without an address of ours that is this machine.
    private Webauthn4JRelyingPartyOperations party(KnownKeys keys, HttpServletRequest request) {
        URI self = terms.self();
        String host = self == null ? "localhost" : self.getHost();
        String origin = self == null
                ? "http://localhost:" + request.getServerPort()
                : self.getScheme() + "://" + self.getAuthority();
        PublicKeyCredentialRpEntity named = PublicKeyCredentialRpEntity.builder()
                .id(host)
                .name(site.profile().legalName())
                .build();
        return new Webauthn4JRelyingPartyOperations(keys, keys, named, Set.of(origin));
    }
}
