package org.taswiya.cli.print;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.store.Database;
import org.taswiya.store.print.PrintBatches;
import org.taswiya.store.print.PrintBatches.PrintBatch;
import org.taswiya.store.print.PrintBatches.Remake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya print list`: which runs were printed.
@Command(
        name = "list",
        description = {
            "Shows the files that were made for the printer, the newest first, and which bills once more.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya print list", "  ./taswiya print list --json | jq .digest"})
final class PrintListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private LookOption look;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<PrintBatch> batches;
        List<Remake> remakes;
        try (Database database = home.open()) {
            batches = PrintBatches.all(database);
            remakes = PrintBatches.remakes(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            batches.forEach(batch -> out.println(PrintJson.of(batch)));
            remakes.forEach(remake -> out.println(PrintJson.of(remake)));
        } else if (batches.isEmpty()) {
            out.println("Nothing was printed yet; ./taswiya print bills makes a file for the printer.");
        } else {
            TextTable table =
                    new TextTable(look.look(), "", "batch", "run", "form", "bills", "pages", "made at", "by, why");
            for (PrintBatch batch : batches) {
                table.row(
                        Long.toString(batch.id()),
                        Long.toString(batch.run()),
                        batch.form(),
                        Grouped.of(batch.bills()),
                        Grouped.of(batch.sheets()),
                        batch.at().toString(),
                        batch.author() + ": " + batch.why());
            }
            table.lines().forEach(out::println);
            remakes.forEach(remake -> out.println("once more from batch " + remake.batch() + ": bill " + remake.bill()
                    + ", " + remake.at() + ", " + remake.author() + ": " + remake.why()));
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
