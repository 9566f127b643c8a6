package org.taswiya.cli.books;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerOutput;
import org.taswiya.cli.command.CurrencyOption;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.deliver.ledger.JournalWriter;
import org.taswiya.store.Database;
import org.taswiya.store.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya ledger export`: all journal entries, for another program.
@Command(
        name = "export",
        description = {
            "Writes all journal entries in the order in which they were booked.",
            "",
            "Each entry carries its key, its date and the customer account; debits are above zero.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya ledger export --format hledger > books.journal",
            "  hledger -f books.journal check",
            "  ./taswiya ledger export --format csv --out entries.csv",
            "  ./taswiya ledger export --format jsonl | jq -c .key"
        })
final class LedgerExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Option(names = "--format", paramLabel = "FORMAT", description = "hledger (default), csv or jsonl.")
    private String format = "hledger";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write. Default: standard output.")
    private @Nullable Path file;

    @Mixin
    private CurrencyOption currency;

    @Override
    public Integer call() throws IOException {
        JournalWriter.Format wanted = JournalWriter.Format.ofCode(format)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--format is '" + format + "'; expected hledger, csv or jsonl"));
        try (Database database = home.open()) {
            write(database, wanted, currency.code(utilities.currency(database)));
        }
        return ExitCode.GOOD;
    }

    private void write(Database database, JournalWriter.Format wanted, String code) throws IOException {
        try (OutputStream out = file == null ? AnswerOutput.standard() : AnswerOutput.to(file);
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            export(database, wanted.to(writer, code));
        } catch (AnswerOutput.ReaderGone e) {
            // Whoever asked has seen enough.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void export(Database database, JournalWriter journal) throws IOException {
        journal.begin();
        Ledger.each(database, entry -> {
            try {
                journal.write(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
