package org.taswiya.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.Terminal;
import org.taswiya.core.customer.Language;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.Database;
import org.taswiya.store.billing.BilledRange;
import org.taswiya.store.billing.CancelledBill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya bill show`: one issued bill from the books.
@Command(
        name = "show",
        description = {
            "Shows one issued bill: what the books say of it, whether it stands, and how its customer reads it.",
            "",
            "To tell it, the bill is made again from what was known when it was billed. One that cannot be made again"
                    + " as it was is shown by the rows of the books alone, and standard error says why.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The bill is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or there is no such bill.",
            "3:The bill is shown by the rows of the books, but cannot be made again as it was."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bill show 0000000042BQ --lang en",
            "  ./taswiya bill show 0000000042BQ --json | jq .segments"
        })
final class BillShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ReprintOptions options;

    @Parameters(paramLabel = "NUMBER", description = "The bill's number, ten digits and two check letters.")
    private String number = "";

    @Option(
            names = "--lang",
            completionCandidates = ExplainCommand.Codes.class,
            paramLabel = "ar|fr|en",
            defaultValue = "fr",
            converter = ExplainCommand.OfCode.class,
            description = "The language: Arabic, French or English. Default: ${DEFAULT-VALUE}.")
    private Language language = Language.FR;

    @Option(names = "--json", description = "What the books say, as one JSON object.")
    private boolean json;

    @Option(
            names = "--no-color",
            description = "No colour. There is none anyway where standard output is no terminal, or NO_COLOR is set.")
    private boolean plain;

    @Override
    public Integer call() throws IOException {
        ShownBill shown;
        try (Database database = home.open()) {
            List<BilledRange> range = options.ofBill(database, number);
            List<ReprintedBill> bills = new ArrayList<>(1);
            Reprint.execute(database, options.rules(), range, bills::add);
            ReprintedBill bill = bills.getFirst();
            shown = new ShownBill(
                    bill,
                    range.getFirst(),
                    CancelledBill.of(database, bill.number()).orElse(null));
        }
        PrintWriter out = spec.commandLine().getOut();
        Look look = Terminal.look(Terminal.isOutput(), plain);
        if (json) {
            out.println(shown.json());
        } else {
            shown.head(look).forEach(out::println);
            out.println();
            switch (shown.bill()) {
                case ReprintedBill.Same same ->
                    out.print(ExplainCommand.told(same.document(), options.library(), language, look == Look.COLOURED));
                case ReprintedBill.Different _ -> shown.rows(look).forEach(out::println);
            }
        }
        out.flush();
        return code(shown.bill());
    }

    private int code(ReprintedBill bill) {
        return switch (bill) {
            case ReprintedBill.Same _ -> Taswiya.GOOD;
            case ReprintedBill.Different(var _, var reason, var found) -> {
                spec.commandLine()
                        .getErr()
                        .println("taswiya: " + number + " cannot be made again as it was: " + reason.code() + ", "
                                + found);
                yield Taswiya.SOME_REFUSED;
            }
        };
    }
}
