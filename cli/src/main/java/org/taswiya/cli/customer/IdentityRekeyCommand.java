package org.taswiya.cli.customer;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.Identities;
import org.taswiya.store.privacy.Identities.Rekeyed;
import org.taswiya.store.privacy.IdentityKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya customer identity rekey`: another key for all numbers.
@Command(
        name = "rekey",
        description = {
            "Encrypts all identity numbers by another key, all of them or none. The same again changes nothing; then"
                    + " the old key is needed no more, but for old copies of the database.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All are kept by the new key.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or a number is kept by neither key; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya customer identity rekey --key-file old.key --new-key-file new.key \\",
            "      --why yearly --dry-run"
        })
final class IdentityRekeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private IdentityKeyOption keyFile;

    @Option(names = "--new-key-file", paramLabel = "FILE", required = true, description = "The file of the new key.")
    private Path newKeyFile = Path.of("");

    @Mixin
    private WhyOption why;

    @Option(names = "--dry-run", description = "Only read all numbers; write nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        IdentityKey from = keyFile.key();
        IdentityKey to = IdentityKeyFile.read(spec, newKeyFile);
        if (from.fingerprint().equals(to.fingerprint())) {
            throw new ParameterException(spec.commandLine(), "both files hold key " + to.fingerprint());
        }
        Rekeyed rekeyed;
        try (Database database = home.open()) {
            rekeyed = Identities.rekey(database, from, to, new SecureRandom(), why.now(), isTrial);
        }
        return switch (rekeyed) {
            case Rekeyed.All(int numbers, int already) -> {
                spec.commandLine()
                        .getOut()
                        .println(numbers + (isTrial ? " would be" : "") + " encrypted by key " + to.fingerprint() + ", "
                                + already + " were before");
                yield ExitCode.GOOD;
            }
            case Rekeyed.Not(var answer) -> throw IdentityKeyFile.wrong(spec, answer, from);
        };
    }
}
