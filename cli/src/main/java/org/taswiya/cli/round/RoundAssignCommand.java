package org.taswiya.cli.round;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.handset.HandsetAnswer;
import org.taswiya.store.handset.RoundAssignments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya round assign`: who walks it.
@Command(
        name = "assign",
        description = {
            "Gives a round to a reader, who then has it on a handset on its days. Given again, it goes to somebody"
                    + " else: what the reader before has typed still comes in.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is given.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such round, or no such reader; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya round assign 12 salma.r --why June"})
final class RoundAssignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "ROUND", description = "The round's number.")
    private long round;

    @Parameters(index = "1", paramLabel = "READER", description = "The name they sign in with.")
    private String reader = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            return switch (RoundAssignments.assign(database, round, reader, why.now())) {
                case HandsetAnswer.Done _ -> {
                    spec.commandLine().getOut().println(reader + " walks round " + round + ".");
                    yield ExitCode.GOOD;
                }
                case HandsetAnswer.Refused(var _, String said) ->
                    throw new ParameterException(spec.commandLine(), said);
            };
        }
    }
}
