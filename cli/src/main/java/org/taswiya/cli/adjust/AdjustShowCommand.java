package org.taswiya.cli.adjust;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.StoredAdjustment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya adjust show`: one adjustment.
@Command(
        name = "show",
        description = {"Shows an adjustment with its evidence, who asked for it and who decided it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such adjustment."
        },
        footer = {"", "Examples:", "  ./taswiya adjust show AJ0000000017", "  ./taswiya adjust show 17 --json | jq"})
final class AdjustShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "ADJUSTMENT", description = "Its number, as adjust list shows it.")
    private String number = "";

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        long id = NumberParameter.parse(spec, number);
        StoredAdjustment found;
        Currency currency;
        try (Database database = home.open()) {
            found = Adjustments.of(database, id)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no adjustment " + number + "; adjust list shows those there are"));
            currency = utilities.currency(database);
        }
        if (json) {
            spec.commandLine().getOut().println(AdjustText.json(found));
        } else {
            AdjustText.all(found, currency).forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.GOOD;
    }
}
