package org.taswiya.cli.books;

import java.io.PrintWriter;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.books.MonthBooks;
import org.taswiya.store.run.RunTariffs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya ledger month`: the revenue and the taxes of a month.
@Command(
        name = "month",
        description = {
            "Shows what a month was booked of revenue, by service, component, block and class of customers, and of"
                    + " taxes: value added tax by rate with its base, and each other tax. Every sum is the ledger's;"
                    + " what the lines of bills do not tell apart is named.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya ledger month 2020-06",
            "  ./taswiya ledger month 2020-06 --json | jq .taxes"
        })
final class LedgerMonthCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "MONTH", description = "As 2020-06, by the day on which each entry was booked.")
    private String month = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() {
        MonthBooks books;
        Set<String> valueAdded;
        Currency currency;
        try (Database database = home.open()) {
            books = MonthBooks.of(database, month());
            valueAdded = valueAdded(database, utilities.library(database));
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        MonthBooksText text = new MonthBooksText(books, valueAdded, currency);
        if (json) {
            out.println(text.json());
        } else {
            text.lines(look.look()).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private YearMonth month() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "'" + month + "' is no month; expected one as 2020-06", e);
        }
    }

    /// The codes of taxes that are reckoned on lines, of the price books in use.
    private static Set<String> valueAdded(Database database, TariffLibrary library) {
        return RunTariffs.named(database).stream()
                .flatMap(id -> library.tariff(id).stream())
                .flatMap(tariff -> tariff.taxes().stream())
                .filter(ValueAddedTax.class::isInstance)
                .map(Tax::code)
                .collect(Collectors.toSet());
    }
}
