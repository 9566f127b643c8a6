package org.taswiya.cli.customer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.privacy.IdentityNumber;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.Identities;
import org.taswiya.store.privacy.IdentityKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya customer identity set`: keeps a number.
@Command(
        name = "set",
        description = {
            "Keeps the identity number of a customer, in the place of the one before. The number is the first line of"
                    + " standard input, so that it stands in no history of commands.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is kept.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such customer, no key, or no number; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya customer identity set P1 --key-file cin.key --why counter < cin.txt"})
final class IdentitySetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private CustomerOption which;

    @Mixin
    private IdentityKeyOption keyFile;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        IdentityKey key = keyFile.key();
        IdentityNumber number = IdentityNumber.parse(firstLine())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "the first line of standard input is no identity number; expected 4 to 20 letters and digits"));
        String customer;
        try (Database database = home.open()) {
            customer = which.in(database);
            Identities.set(database, customer, number, key, new SecureRandom(), why.now());
        }
        spec.commandLine().getOut().println(customer + ": an identity number is kept, by key " + key.fingerprint());
        return ExitCode.GOOD;
    }

    private static String firstLine() throws IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
