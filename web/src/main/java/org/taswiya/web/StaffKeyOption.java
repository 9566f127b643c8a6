package org.taswiya.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.staff.KeptFactors;
import org.taswiya.store.staff.StaffKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The key by which second factors of the staff are kept, from a file: never from the command line, where others see
/// it.
final class StaffKeyOption {
    private static final String VARIABLE = "TASWIYA_STAFF_KEY_FILE";
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--staff-key-file",
            paramLabel = "FILE",
            description = "Second factors of the staff are kept encrypted by the key in this file, 64 hexadecimal"
                    + " digits as openssl rand -hex 32 writes them. Default: the file that"
                    + " TASWIYA_STAFF_KEY_FILE names, else they are kept as they are.")
    private @Nullable Path file;

    @Nullable StaffKey key() throws IOException {
        String variable = System.getenv(VARIABLE);
        if (file == null && (variable == null || variable.isEmpty())) {
            return null;
        }
        Path named = file == null ? Path.of(String.valueOf(variable)) : file;
        if (!Files.isReadable(named)) {
            throw wrong("--staff-key-file: " + named + " is not there, or cannot be read");
        }
        if (Files.getPosixFilePermissions(named).stream().anyMatch(OTHERS::contains)) {
            throw wrong(named + " can be read by others; keep it to yourself first: chmod 600 " + named);
        }
        return StaffKey.parse(Files.readString(named))
                .orElseThrow(() -> wrong(named
                        + " holds no key; expected 64 hexadecimal digits, as openssl rand -hex 32 writes them"));
    }

    private ParameterException wrong(String said) {
        return new ParameterException(spec.commandLine(), said);
    }

    /// What whoever starts the pages should know of it.
    void say(Database database, PrintWriter out) throws IOException {
        StaffKey key = key();
        KeptFactors kept = KeptFactors.of(database, key);
        if (kept.plain() > 0) {
            out.println(kept.plain() + " second factors of the staff are not encrypted: "
                    + (key == null ? "give --staff-key-file, then staff reset them" : "staff reset them"));
        }
        if (kept.lost() > 0) {
            out.println(kept.lost() + " second factors of the staff are encrypted by another key"
                    + (key == null ? "" : " than " + key.fingerprint()) + ": give that one, or staff reset them");
        }
    }
}
