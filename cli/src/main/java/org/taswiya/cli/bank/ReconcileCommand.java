package org.taswiya.cli.bank;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.run.reconciling.StatementAnswer;
import org.taswiya.run.reconciling.StatementRun;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankAccount;
import org.taswiya.store.bank.BankBalance;
import org.taswiya.store.bank.BankTally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya reconcile`: what a bank says, taken into the books.
@Command(
        name = "reconcile",
        description = {
            "Takes a statement (camt.053) or a notification (camt.054) of a bank: what names a customer account or a"
                    + " bill becomes its payment, what returns a payment reverses it, what was a refund or a direct"
                    + " debit of ours is marked so; all else waits for a person, in suspense meanwhile.",
            "",
            "A file is checked whole before anything of it is taken. Killed, or given again, it does the rest and"
                    + " counts nothing twice.",
            ""
        },
        subcommands = {
            ReconcileListCommand.class,
            ReconcileShowCommand.class,
            ReconcileAssignCommand.class,
            ReconcileReturnCommand.class,
            ReconcileBalanceCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All entries are in the books, now or before.",
            "1:Taswiya or the machine under it failed; the same file again goes on.",
            "2:Wrong usage; nothing was written.",
            "3:The file is refused, and nothing was written; or single entries are, and",
            " :all others were taken. Each with its line and reason."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya reconcile statement.xml",
            "  ./taswiya reconcile statement.xml --account bmce --dry-run",
            "  ./taswiya reconcile list",
            "  ./taswiya reconcile show 17",
            "  ./taswiya reconcile assign 17 1204551837 --why \"she called\"",
            "  ./taswiya reconcile balance bmce"
        })
public final class ReconcileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file as the bank sent it.")
    private @Nullable Path file;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "Take only statements of this account at a bank. Default: of all that are stated.")
    private @Nullable String account;

    @Option(
            names = "--batch",
            paramLabel = "ENTRIES",
            description = "Entries that are committed at once. Default: ${DEFAULT-VALUE}.")
    private int entriesPerBatch = 500;

    @Option(names = "--author", paramLabel = "NAME", description = "Who takes it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would become of it; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object, and one for each account's balance.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path statement = file;
        if (statement == null) {
            throw new ParameterException(spec.commandLine(), "expected FILE, or list, show, assign, return, balance");
        }
        if (entriesPerBatch < 1 || author.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--batch is above zero, and --author needs some text");
        }
        try (Database database = home.open()) {
            StatementAnswer answer = StatementRun.execute(
                    database,
                    new StatementRun.Settings(
                            statement,
                            account,
                            LocalDate.now(ZoneId.systemDefault()),
                            new Change(Instant.now(), author, "statement " + statement.getFileName()),
                            entriesPerBatch,
                            isTrial,
                            this::sayBusy));
            return switch (answer) {
                case StatementAnswer.Refused(var refusal) -> {
                    spec.commandLine().getErr().println("taswiya: " + statement + ", " + refusal);
                    yield ExitCode.SOME_REFUSED;
                }
                case StatementAnswer.Taken taken -> taken(database, taken);
            };
        }
    }

    private void sayBusy() {
        spec.commandLine().getErr().println("taswiya: waiting for a billing run to write its batch");
    }

    private int taken(Database database, StatementAnswer.Taken taken) {
        PrintWriter out = spec.commandLine().getOut();
        Currency currency = utilities.currency(database);
        if (json) {
            out.println(JsonLine.object(object -> BankJson.tally(object, taken, isTrial)));
        } else {
            BankText.tally(taken, isTrial, currency).forEach(out::println);
        }
        for (BankAccount bank : taken.banks()) {
            BankBalance.of(database, bank.name()).ifPresent(balance -> {
                if (json) {
                    out.println(BankJson.balance(bank.name(), balance));
                } else {
                    BankText.balance(bank.name(), balance, currency).forEach(out::println);
                }
            });
        }
        out.flush();
        for (BankTally.Conflict conflict : taken.tally().conflicts()) {
            spec.commandLine()
                    .getErr()
                    .println("taswiya: line " + conflict.line() + ": other-day: entry " + conflict.reference() + " of "
                            + conflict.amount() + " is booked on " + conflict.bookedOn()
                            + ", and in the books already on " + conflict.before() + "; ask the bank which it is");
        }
        return taken.tally().conflicts().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }
}
