package org.taswiya.cli.adjust;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.adjustment.StoredDispute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya dispute show`: one dispute.
@Command(
        name = "show",
        description = {"Shows a dispute with its evidence and what was answered.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such dispute."
        },
        footer = {"", "Examples:", "  ./taswiya dispute show 17", "  ./taswiya dispute show 17 --json | jq"})
final class DisputeShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "DISPUTE", description = "Its number, as dispute list shows it.")
    private long number;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        StoredDispute found;
        Currency currency;
        try (Database database = home.open()) {
            found = Disputes.of(database, number)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no dispute " + number + "; dispute list shows those there are"));
            currency = utilities.currency(database);
        }
        if (json) {
            spec.commandLine().getOut().println(DisputeText.json(found, today));
        } else {
            DisputeText.all(found, today, currency).forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.GOOD;
    }
}
