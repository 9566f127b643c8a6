package org.taswiya.cli.suspect;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.validation.OpenSuspect;
import org.taswiya.store.validation.Suspects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya suspect list`: the work list of readings.
@Command(
        name = "list",
        description = {
            "Shows the readings that wait for a person, most money at risk first: by how many units they may be wrong,"
                    + " at the price that a unit had in the last bill there.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya suspect list",
            "  ./taswiya suspect list --reason negative --service water",
            "  ./taswiya suspect list --json | jq -r '[.point, .day] | @tsv'"
        })
final class SuspectListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private SuspectFilterOption filter;

    @Option(names = "--json", description = "One JSON object a line for each suspect.")
    private boolean json;

    @Override
    public Integer call() {
        List<OpenSuspect> suspects;
        Currency currency;
        try (Database database = home.open()) {
            suspects = Suspects.list(database, filter.filter());
            currency = utilities.currency(database);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            suspects.forEach(suspect -> out.println(SuspectText.json(suspect)));
        } else {
            SuspectLines.print(out, suspects, currency);
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
