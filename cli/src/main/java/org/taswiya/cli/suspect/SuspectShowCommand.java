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
import org.taswiya.store.validation.SuspectFilter;
import org.taswiya.store.validation.Suspects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya suspect show`: one suspect in full.
@Command(
        name = "show",
        description = {
            "Shows all that was found about the suspects of a day, with the exact numbers that caused it, and what was"
                    + " decided.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or no reading of that day is suspect."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya suspect show E12 2020-06-01",
            "  ./taswiya suspect show E12 2020-06-01 --json | jq .findings"
        })
final class SuspectShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private SuspectChoice choice;

    @Option(names = "--json", description = "One JSON object a line for each suspect.")
    private boolean json;

    @Override
    public Integer call() {
        List<OpenSuspect> suspects;
        Currency currency;
        try (Database database = home.open()) {
            suspects = Suspects.list(database, SuspectFilter.at(choice.usagePoint())).stream()
                    .filter(suspect -> suspect.reading().at().equals(choice.day()))
                    .toList();
            currency = utilities.currency(database);
        }
        if (suspects.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "no reading of " + choice.usagePoint() + " on " + choice.day() + " is suspect");
        }
        PrintWriter out = spec.commandLine().getOut();
        for (OpenSuspect suspect : suspects) {
            if (json) {
                out.println(SuspectText.json(suspect));
            } else {
                SuspectText.show(out, suspect, currency);
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
