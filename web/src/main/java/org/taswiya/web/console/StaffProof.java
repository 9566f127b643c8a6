package org.taswiya.web.console;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.taswiya.core.customer.TypedText;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffDoor.Secret;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.web.Site;
import org.taswiya.web.door.Passwords;
import org.taswiya.web.door.Passwords.Looked;

/// Whether somebody has the password and the second factor of a member of the staff.
@Component
public final class StaffProof {
    static final int LONGEST = 200;

    private final Site site;
    private final Passwords passwords;

    StaffProof(Site site, Passwords passwords) {
        this.site = site;
        this.passwords = passwords;
    }

    /// By what somebody has signed in.
    ///
    /// @param factor the second one, opened
    /// @param step of the time of the code, which is used up
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, compared by nobody
    record Proven(Secret secret, byte[] factor, long step) {}

    /// The same work whatever is wrong.
    Optional<Proven> of(String name, String password, String typedCode) {
        Optional<Secret> found = StaffDoor.secret(site.database(), name);
        boolean isPassword = password.length() <= LONGEST
                && passwords.look(password, found.map(Secret::password).orElse(passwords.nobodys())) == Looked.RIGHT;
        Optional<byte[]> factor = found.flatMap(this::opened);
        OptionalLong step = Totp.stepOf(
                factor.orElse(new byte[Totp.SECRET_BYTES]),
                TypedText.number(typedCode),
                Instant.now(site.telephones()));
        boolean isRight = isPassword && factor.isPresent() && step.isPresent();
        return found.filter(right -> isRight && StaffDoor.useCode(site.database(), right.ticket(), step.getAsLong()))
                .map(right -> new Proven(right, factor.orElseThrow(), step.getAsLong()));
    }

    /// Empty where the second factor was sealed with another key, or for somebody else: then nobody signs in by it.
    private Optional<byte[]> opened(Secret secret) {
        return StaffKey.open(site.staffKey(), secret.ticket(), secret.totp());
    }
}
