package org.taswiya.cli.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.deliver.mail.DkimKey;
import org.taswiya.deliver.mail.DkimSigner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// With what e-mails are signed.
final class DkimOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--dkim-key",
            paramLabel = "FILE",
            description = "Sign e-mails (DKIM) with this private key: RSA or Ed25519, in PEM (PKCS#8).")
    private @Nullable Path key;

    @Option(names = "--dkim-domain", paramLabel = "DOMAIN", description = "For which domain. Default: that of --from.")
    private @Nullable String domain;

    @Option(
            names = "--dkim-selector",
            paramLabel = "NAME",
            description = "Under which name the DNS has the public key: NAME._domainkey.DOMAIN.")
    private @Nullable String selector;

    boolean isNamed() {
        return key != null || domain != null || selector != null;
    }

    /// @param from whose address the e-mails bear
    /// @return null when nothing is to be signed
    @Nullable DkimSigner signer(String from) throws IOException {
        if (!isNamed()) {
            return null;
        }
        if (key == null || selector == null) {
            throw fault("--dkim-key and --dkim-selector belong together");
        }
        String signed = domain == null ? from.substring(from.indexOf('@') + 1) : domain;
        if (!Files.isReadable(key)) {
            throw fault("--dkim-key: there is no file " + key + " that can be read");
        }
        return switch (DkimKey.parse(Files.readString(key, StandardCharsets.ISO_8859_1))) {
            case DkimKey.Parsed.Wrong(var found) -> throw fault("--dkim-key: " + key + ": " + found);
            case DkimKey.Parsed.Good(var good) -> signer(signed, selector, good, from);
        };
    }

    private DkimSigner signer(String signed, String name, DkimKey good, String from) {
        DkimSigner signer;
        try {
            signer = new DkimSigner(signed, name, good);
        } catch (IllegalArgumentException e) {
            throw fault("--dkim-domain and --dkim-selector: " + e.getMessage());
        }
        if (!signer.isFor(from)) {
            throw fault("--dkim-domain: receivers do not take what " + signed + " signs as said by " + from
                    + "; expected its domain, or one above it");
        }
        return signer;
    }

    private ParameterException fault(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
