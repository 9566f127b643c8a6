package org.taswiya.cli.workbench;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff show`: the text of a price book of a home.
@Command(
        name = "show",
        description = {
            "Writes the text of a price book of a home, byte for byte as it was proposed, to be compared"
                    + " with another.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya tariff show 3 > proposed.yaml"})
final class TariffShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NUMBER", description = "Its number, as tariff list shows it.")
    private long number;

    @Override
    public Integer call() {
        try (Database database = home.openBeside()) {
            KeptBook book = PriceBooks.of(database, number)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no price book " + number));
            spec.commandLine().getOut().print(book.content());
        }
        spec.commandLine().getOut().flush();
        return ExitCode.GOOD;
    }
}
