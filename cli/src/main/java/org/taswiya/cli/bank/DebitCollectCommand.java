package org.taswiya.cli.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.deliver.bank.DirectDebitFile;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankOrders.Kind;
import org.taswiya.store.bank.BankOrders.Wanted;
import org.taswiya.store.bank.Debits;
import org.taswiya.store.bank.SentAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya debit collect`: open items, as a file for the bank.
@Command(
        name = "collect",
        description = {
            "Writes what accounts with a mandate owe by a day as a file of direct debits (pain.008, version"
                    + " 8), each item once. Left alone is what is in collection already, what is above the limit of its"
                    + " mandate, and accounts with a credit, which is to be used first (pay credits). Killed before the"
                    + " file is there, the same command writes the same file.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The file is written.",
            "1:Taswiya or the machine under it failed; the same command again goes on.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya debit collect --bank bmce --due 2020-06-25 \\",
            "    --file debits.xml --why \"bills of May\""
        })
final class DebitCollectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--bank", required = true, paramLabel = "NAME", description = "The account that collects.")
    private String bank = "";

    @Option(names = "--due", required = true, paramLabel = "DAY", description = "When the bank is to collect.")
    private LocalDate due = LocalDate.EPOCH;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "Where it goes; a new one.")
    private Path file = Path.of("");

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() throws IOException {
        Change change = why.now();
        AnswerFile.requireNew(spec, file);
        try (Database database = home.open()) {
            SentAnswer answer =
                    Debits.collect(database, new Wanted(Kind.DEBITS, bank, due, DirectDebitFile::of), change);
            return OrderOut.write(spec, database, answer, file, change, utilities.currency(database));
        }
    }
}
