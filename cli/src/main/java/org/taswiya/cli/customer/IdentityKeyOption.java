package org.taswiya.cli.customer;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.privacy.IdentityKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The key by which identity numbers are kept.
final class IdentityKeyOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The file of the key. Default: the one that TASWIYA_IDENTITY_KEY_FILE names.")
    private @Nullable Path file;

    IdentityKey key() throws IOException {
        return IdentityKeyFile.key(spec, file);
    }
}
