package org.taswiya.cli.books;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.ledger.ChartOfAccounts;
import org.taswiya.core.ledger.ChartOfAccounts.Charted;
import org.taswiya.core.ledger.TrialBalance;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya ledger balance`: the sum of every account of the ledger.
@Command(
        name = "balance",
        description = {
            "Shows what the postings of each account sum to; all of them together are zero.",
            "",
            "With --chart the same by the numbers of the country's chart of accounts, as the utility's ledger.yaml"
                    + " says: a trial balance. An account that the file forgets is named, and nothing is shown"
                    + " without it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya ledger balance",
            "  ./taswiya ledger balance --chart --lang fr",
            "  ./taswiya ledger balance --chart --on 2020-06-30",
            "  ./taswiya ledger balance --json | jq .balances"
        })
final class LedgerBalanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private LanguageOption language;

    @Option(names = "--chart", description = "By the numbers of the country's chart of accounts.")
    private boolean isByChart;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "As they stood at the end of this day. Default: all that is booked.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ChartOfAccounts chart = isByChart ? utility.chart() : null;
        TrialBalance balance;
        try (Database database = home.open()) {
            balance = Ledger.balance(database, on);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (chart != null) {
            return charted(chart.chart(balance), out);
        }
        out.print(json ? json(balance) + "\n" : text(balance));
        out.flush();
        return balance.sum().isZero() ? ExitCode.GOOD : ExitCode.FAILED;
    }

    /// A trial balance that leaves an account out would not balance, and nobody would see why.
    private int charted(Charted charted, PrintWriter out) {
        if (!charted.forgotten().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("taswiya: the utility's ledger.yaml has no place for "
                            + String.join(", ", ChartedText.forgotten(charted)) + "; add each under an account's 'of'");
            return ExitCode.FAILED;
        }
        out.print(
                json
                        ? ChartedText.json(charted) + "\n"
                        : ChartedText.of(charted, language.language().code()));
        out.flush();
        return charted.debits().equals(charted.credits()) ? ExitCode.GOOD : ExitCode.FAILED;
    }

    private static String text(TrialBalance balance) {
        StringBuilder text = new StringBuilder();
        balance.balances()
                .forEach((account, sum) -> text.append(String.format("%20s  %s%n", Grouped.of(sum), account.name())));
        return text.append("-".repeat(20))
                .append(String.format("%n%20s%n", Grouped.of(balance.sum())))
                .toString();
    }

    private static String json(TrialBalance balance) {
        return JsonLine.object(json -> {
            json.writeObjectPropertyStart("balances");
            balance.balances().forEach((account, sum) -> json.writeStringProperty(account.name(), sum.toString()));
            json.writeEndObject();
            json.writeStringProperty("sum", balance.sum().toString());
        });
    }
}
