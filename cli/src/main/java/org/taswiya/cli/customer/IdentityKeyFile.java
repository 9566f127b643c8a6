package org.taswiya.cli.customer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.store.privacy.Identities.Answer;
import org.taswiya.store.privacy.IdentityKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The key by which identity numbers are kept, from a file: never from the command line, where others see it.
final class IdentityKeyFile {
    static final String VARIABLE = "TASWIYA_IDENTITY_KEY_FILE";
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private IdentityKeyFile() {}

    /// The key of the file named, else of the one that the variable names.
    static IdentityKey key(CommandSpec spec, @Nullable Path named) throws IOException {
        String variable = System.getenv(VARIABLE);
        if (named == null && (variable == null || variable.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "name the file of the key with --key-file or " + VARIABLE);
        }
        return read(spec, named == null ? Path.of(String.valueOf(variable)) : named);
    }

    static IdentityKey read(CommandSpec spec, Path file) throws IOException {
        GivenFile.require(spec, file, "the file of a key");
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new ParameterException(
                    spec.commandLine(), file + " can be read by others; keep it to yourself first: chmod 600 " + file);
        }
        return IdentityKey.parse(Files.readString(file))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        file + " holds no key; expected 64 hexadecimal digits, as openssl rand -hex 32 writes them"));
    }

    /// What is wrong, where a number is not known.
    static ParameterException wrong(CommandSpec spec, Answer answer, IdentityKey key) {
        String said = switch (answer) {
            case Answer.Known _ -> "the number is known";
            case Answer.None _ -> "no identity number is kept";
            case Answer.OtherKey(var customer, var other) ->
                "the number of " + customer + " is kept by key " + other + ", and the one given is " + key.fingerprint()
                        + "; give the file of that key";
            case Answer.Altered(var customer) ->
                "what is kept for " + customer + " was not encrypted for them, or was changed past Taswiya;"
                        + " set their number anew";
        };
        return new ParameterException(spec.commandLine(), said);
    }
}
