package org.taswiya.cli.customer;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.Identities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya customer identity remove`: keeps a number no longer.
@Command(
        name = "remove",
        description = {"Removes the identity number of a customer, whoever has the key or not.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:None is kept.",
            "1:Taswiya or the machine under it failed; nothing was removed.",
            "2:Wrong usage, or no such customer."
        },
        footer = {"", "Examples:", "  ./taswiya customer identity remove P1 --why \"consent withdrawn\""})
final class IdentityRemoveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private CustomerOption which;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            String customer = which.in(database);
            boolean isGone = Identities.remove(database, customer, why.now());
            spec.commandLine()
                    .getOut()
                    .println(customer + (isGone ? ": the identity number is removed" : ": no identity number is kept"));
        }
        return ExitCode.GOOD;
    }
}
