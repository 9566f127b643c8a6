package org.taswiya.web;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.web.door.BreachedPasswords;
import org.taswiya.web.door.DoorTerms;
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

    /// @param self how people reach these pages; null for the address that is listened on
    DoorTerms terms(@Nullable URI self) {
        if (breached != null) {
            BreachedPasswords.fault(breached).ifPresent(fault -> {
                throw new ParameterException(spec.commandLine(), "--breached-passwords: " + fault);
            });
        }
        return new DoorTerms(self, new BreachedPasswords(breached));
    }
}
