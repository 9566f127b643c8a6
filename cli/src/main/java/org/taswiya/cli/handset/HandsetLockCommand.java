package org.taswiya.cli.handset;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.handset.HandsetAnswer;
import org.taswiya.store.handset.Handsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya handset lock`: one that is lost.
@Command(
        name = "lock",
        description = {
            "Locks a handset out, at once and for good. When it next asks it erases what it has; what its reader had"
                    + " typed and not sent comes in before, set aside (round entries shows it). The round on it can be"
                    + " given to somebody else by round assign; its reader registers another handset by signing in.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is locked out.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such handset, or locked already; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya handset lock K7QM2VXA --why \"lost in a taxi\""})
final class HandsetLockCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "HANDSET", description = "As handset list shows it.")
    private String handset = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            return switch (Handsets.lock(database, handset, why.now())) {
                case HandsetAnswer.Done _ -> {
                    spec.commandLine().getOut().println(handset + " is locked out; give its round to somebody with"
                            + " round assign.");
                    yield ExitCode.GOOD;
                }
                case HandsetAnswer.Refused(var _, String said) ->
                    throw new ParameterException(spec.commandLine(), said);
            };
        }
    }
}
