package org.taswiya.cli.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.deliver.bank.CreditTransferFile;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankOrders;
import org.taswiya.store.bank.BankOrders.Kind;
import org.taswiya.store.bank.BankOrders.Wanted;
import org.taswiya.store.bank.SentAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya refund send`: approved refunds, as a file for the bank.
@Command(
        name = "send",
        description = {
            "Writes the approved refunds of an account at a bank as a file of transfers (pain.001, version"
                    + " 9), each once. The file is kept in the books before it is written: killed in between, the same"
                    + " command writes the same file again, under the same names, which a bank takes once.",
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
            "  ./taswiya refund send --bank bmce --file refunds.xml --why weekly",
            "  ./taswiya refund send --again TSW0000000007 --file lost.xml \\",
            "    --why \"the first was lost\""
        })
final class RefundSendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--bank", paramLabel = "NAME", description = "The account that pays.")
    private @Nullable String bank;

    @Option(names = "--again", paramLabel = "ORDER", description = "Write a file that was made before.")
    private @Nullable String again;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "Where it goes; a new one.")
    private Path file = Path.of("");

    @Option(names = "--due", paramLabel = "DAY", description = "When the bank is to pay. Default: today.")
    private @Nullable LocalDate due;

    @Mixin
    private WhyOption why;

    private void tellKeptBack(Database database, @Nullable String from) {
        List<String> kept = from == null ? List.of() : BankOrders.keptBack(database, from);
        if (!kept.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("taswiya: kept back, because the payment behind them was taken back: "
                            + String.join(", ", kept) + ". They go once the account has credit for them again.");
        }
    }

    @Override
    public Integer call() throws IOException {
        Change change = why.now();
        String from = bank;
        String name = again;
        if ((from == null) == (name == null)) {
            throw new ParameterException(spec.commandLine(), "expected --bank NAME, or --again ORDER");
        }
        AnswerFile.requireNew(spec, file);
        LocalDate day = due == null ? LocalDate.now(ZoneId.systemDefault()) : due;
        try (Database database = home.open()) {
            tellKeptBack(database, from);
            SentAnswer answer = name == null
                    ? BankOrders.refunds(
                            database,
                            new Wanted(Kind.TRANSFERS, Objects.requireNonNull(from), day, CreditTransferFile::of),
                            change)
                    : new SentAnswer.Made(BankOrders.again(database, name)
                            .orElseThrow(
                                    () -> new ParameterException(spec.commandLine(), "there is no order " + name)));
            return OrderOut.write(spec, database, answer, file, change, utilities.currency(database));
        }
    }
}
