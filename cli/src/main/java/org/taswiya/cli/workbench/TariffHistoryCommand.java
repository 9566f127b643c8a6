package org.taswiya.cli.workbench;

import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.store.Database;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff history`: what became of the price books of a tariff.
@Command(
        name = "history",
        description = {
            "Tells what became of each price book of a tariff: who proposed, approved and published it,"
                    + " when and why.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya tariff history casablanca/water-household"})
final class TariffHistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "TARIFF", description = "An id such as casablanca/water-household.")
    private String tariff = "";

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        try (Database database = home.openBeside()) {
            List<KeptBook> books = PriceBooks.all(database).stream()
                    .filter(book -> book.tariff().equals(tariff))
                    .toList();
            PriceBookText.history(look.look(), books).forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine().getOut().flush();
        return ExitCode.GOOD;
    }
}
