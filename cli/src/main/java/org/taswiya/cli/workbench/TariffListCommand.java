package org.taswiya.cli.workbench;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.store.Database;
import org.taswiya.store.pricebook.PriceBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya tariff list`: the price books of a home.
@Command(
        name = "list",
        description = {"Lists the price books that were proposed in a home, and how each stands.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya tariff list"})
final class TariffListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        try (Database database = home.openBeside()) {
            PriceBookText.list(look.look(), PriceBooks.all(database))
                    .forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine().getOut().flush();
        return ExitCode.GOOD;
    }
}
