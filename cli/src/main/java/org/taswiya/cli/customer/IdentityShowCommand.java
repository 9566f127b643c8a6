package org.taswiya.cli.customer;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.privacy.IdentityNumber;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.Identities;
import org.taswiya.store.privacy.Identities.Answer;
import org.taswiya.store.privacy.IdentityKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya customer identity show`: a number, to whoever has the key.
@Command(
        name = "show",
        description = {"Shows the identity number of a customer, once it is written down who looked at it and why.", ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed; nothing is shown.",
            "2:Wrong usage, no such customer, no number, or another key; nothing is shown."
        },
        footer = {"", "Examples:", "  ./taswiya customer identity show P1 --key-file cin.key --why \"a refund\""})
final class IdentityShowCommand implements Callable<Integer> {
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
        Answer answer;
        try (Database database = home.open()) {
            answer = Identities.look(database, which.in(database), key, Identities.Use.SHOW, why.now());
        }
        if (!(answer instanceof Answer.Known(IdentityNumber number))) {
            throw IdentityKeyFile.wrong(spec, answer, key);
        }
        spec.commandLine().getOut().println(number.digits());
        return ExitCode.GOOD;
    }
}
