package org.taswiya.cli.agreement;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya agreement move-out`: somebody ceases to take a service.
@Command(
        name = "move-out",
        description = {
            "Ends an agreement on a day on which the meter was read, or with --estimate where nobody could. The final"
                    + " bill, prorated to that day, is made by the next cycle, or at once by `bill --released`.",
            "",
            "What is owed stays with the account. Killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The agreement has ended.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement move-out C1000012 --on 2020-06-01 --reading 4711 \\",
            "    --why \"moved to Rabat\"",
            "  ./taswiya agreement move-out C1000012 --on 2020-06-01 --estimate \\",
            "    --why \"keys gone, nobody let us in\""
        })
final class MoveOutCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "AGREEMENT", description = "What ends.")
    private String agreement = "";

    @Option(names = "--estimate", description = "Nobody could read the meter: the final bill rests on an estimate.")
    private boolean isEstimated;

    @Mixin
    private MoveOptions options;

    @Override
    public Integer call() throws IOException {
        if (isEstimated && options.hasReading()) {
            throw new ParameterException(spec.commandLine(), "--estimate and --reading exclude each other");
        }
        Move move;
        AgreementAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            move = options.move(false, database);
            answer = AgreementDecisions.moveOut(database, agreement, isEstimated, move);
            currency = options.currency(database);
        }
        return MoveText.say(spec, answer, move, options.isJson(), currency);
    }
}
