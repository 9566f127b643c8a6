package org.taswiya.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.online.KeyFile;
import org.taswiya.web.door.BreachedPasswords;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.HashWork;
import org.taswiya.web.door.StaffProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How people get in.
final class DoorOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--breached-passwords",
            paramLabel = "FILE",
            description = "No customer chooses a password of this list: SHA-1 digests in order, a line each with a"
                    + " count, as Have I Been Pwned gives them out. Default: only common ones are refused.")
    private @Nullable Path breached;

    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description = "Staff sign in by this OpenID Connect provider too; each has to be known here (staff"
                    + " known-as). These pages are its client with the redirect address"
                    + " SELF/staff/login/back/provider. Default: none.")
    private @Nullable URI issuer;

    @Option(names = "--oidc-client", paramLabel = "ID", description = "What the provider calls these pages.")
    private String client = "";

    @Option(
            names = "--oidc-secret-file",
            paramLabel = "FILE",
            description = "The secret by which they prove it, in the first line of this file.")
    private @Nullable Path secretFile;

    @Option(
            names = "--oidc-claim",
            paramLabel = "NAME",
            defaultValue = "email",
            description = "What of its tokens says who somebody is, as staff known-as has it. Of addresses only those"
                    + " that the provider has confirmed count. Default: ${DEFAULT-VALUE}.")
    private String claim = "email";

    @Option(
            names = "--oidc-only",
            description = "Staff come by the provider alone: passwords and codes open the console to nobody.")
    private boolean isOnly;

    /// @param self how people reach these pages; null for the address that is listened on
    DoorTerms terms(@Nullable URI self) throws IOException {
        if (breached != null) {
            BreachedPasswords.fault(breached).ifPresent(fault -> {
                throw wrong("--breached-passwords: " + fault);
            });
        }
        return new DoorTerms(self, new BreachedPasswords(breached), provider(), !isOnly, HashWork.USUAL);
    }

    private @Nullable StaffProvider provider() throws IOException {
        if (issuer == null) {
            if (isOnly || !client.isEmpty() || secretFile != null) {
                throw wrong("--oidc-issuer is missing: the address of the provider that signs in staff");
            }
            return null;
        }
        if (client.isEmpty() || secretFile == null) {
            throw wrong("--oidc-issuer goes with --oidc-client and --oidc-secret-file");
        }
        if (!Objects.equals(issuer.getScheme(), "https") && !isHere(issuer)) {
            throw wrong("--oidc-issuer: " + issuer + " is not https; who somebody is would be read, and made up, on"
                    + " the way");
        }
        return new StaffProvider(issuer, client, KeyFile.read(secretFile), claim);
    }

    private static boolean isHere(URI issuer) {
        String host = Objects.requireNonNullElse(issuer.getHost(), "");
        return Objects.equals(issuer.getScheme(), "http") && host.matches("localhost|127\\.[0-9.]+|\\[::1]");
    }

    private ParameterException wrong(String said) {
        return new ParameterException(spec.commandLine(), said);
    }
}
