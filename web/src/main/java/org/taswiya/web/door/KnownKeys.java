package org.taswiya.web.door;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.store.Database;
import org.taswiya.store.access.Passkeys;
import org.taswiya.store.access.Passkeys.Passkey;
import org.taswiya.store.access.Passkeys.Shown;

/// The keys in the books as Spring Security asks for them, for one question. What it would save is held here; whoever
/// asked writes it down, with all that belongs to it.
final class KnownKeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private final Database database;
    private final String account;
    private @Nullable CredentialRecord saved;

    private KnownKeys(Database database, String account) {
        this.database = database;
        this.account = account;
    }

    /// Of the holder of an account.
    static KnownKeys of(Database database, String account) {
        return new KnownKeys(database, account);
    }

    /// Of nobody who is known yet.
    static KnownKeys none(Database database) {
        return new KnownKeys(database, "");
    }

    Optional<CredentialRecord> saved() {
        return Optional.ofNullable(saved);
    }

    static Shown shown(CredentialRecord made, String name) {
        return new Shown(
                made.getCredentialId().getBytes(),
                name,
                made.getPublicKey().getBytes(),
                Objects.requireNonNull(made.getAttestationObject()).getBytes(),
                made.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(",")),
                made.getSignatureCount(),
                made.isBackupEligible(),
                made.isBackupState());
    }

    private static CredentialRecord record(Passkey key) {
        Shown shown = key.shown();
        Instant usedAt = key.usedAt();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(shown.credential()))
                .userEntityUserId(new Bytes(key.handle()))
                .publicKey(new ImmutablePublicKeyCose(shown.publicKey()))
                .signatureCount(shown.signCount())
                .uvInitialized(true)
                .transports(transports(shown.transports()))
                .backupEligible(shown.isBackupEligible())
                .backupState(shown.isBackedUp())
                .attestationObject(new Bytes(shown.attestation()))
                .label(shown.name())
                .created(key.madeAt())
                .lastUsed(usedAt == null ? key.madeAt() : usedAt)
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String said) {
        return Stream.of(said.split(","))
                .filter(one -> !one.isEmpty())
                .map(one -> AuthenticatorTransport.valueOf(one.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    @Override
    public void save(CredentialRecord record) {
        saved = record;
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("keys are ended, not deleted");
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return Passkeys.find(database, credential.getBytes())
                .map(KnownKeys::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return Passkeys.of(database, account).stream().map(KnownKeys::record).toList();
    }

    /// A device that makes one is told the reference, to tell one account from another.
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
        Bytes handle = Passkeys.handle(database, account).map(Bytes::new).orElseGet(Bytes::random);
        return holder(CustomerAccount.printed(account), handle);
    }

    /// Who it is, whoever asked finds out by the key.
    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return holder("holder", handle);
    }

    private static PublicKeyCredentialUserEntity holder(String name, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(name)
                .id(handle)
                .displayName(name)
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("whoever has an account is there already");
    }
}
