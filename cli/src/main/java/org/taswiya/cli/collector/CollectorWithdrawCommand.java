package org.taswiya.cli.collector;

import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.collector.CollectorKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya collector withdraw`: a key that is good no more.
@Command(
        name = "withdraw",
        description = {"Withdraws a key: ten seconds later nothing signed with it is taken.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The key is withdrawn.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or there is no such key that is still good."
        },
        footer = {"", "Examples:", "  ./taswiya collector withdraw wafacash.1 --why \"a new one is in use\""})
final class CollectorWithdrawCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("([a-zA-Z0-9-]+)\\.([0-9]{1,6})");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private WhyOption why;

    @Parameters(paramLabel = "ID", description = "The key's id, such as wafacash.1.")
    private String id = "";

    @Override
    public Integer call() {
        Matcher parts = ID.matcher(id);
        try (Database database = home.open()) {
            if (!parts.matches()
                    || !CollectorKeys.withdraw(database, parts.group(1), Integer.parseInt(parts.group(2)), why.now())) {
                throw new ParameterException(spec.commandLine(), "there is no key " + id + " that is still good");
            }
        }
        spec.commandLine().getOut().println("key " + id + " is withdrawn");
        return ExitCode.GOOD;
    }
}
