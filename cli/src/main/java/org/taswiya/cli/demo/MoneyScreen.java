package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taswiya.cli.books.ChartedText;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.ledger.ChartOfAccounts.Charted;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;

/// What the year of money came to, and the trial balance with which it ends.
final class MoneyScreen {
    private static final String INDENT = "  ";

    private final Look look;
    private final Currency currency;
    private final MoneyYear year;
    private final Charted balance;
    private final LedgerCheck.Checked checked;

    MoneyScreen(Look look, Currency currency, MoneyYear year, Database database) {
        this.look = look;
        this.currency = currency;
        this.year = year;
        LocalDate end = MoneyYear.LAST.atEndOfMonth();
        this.balance = year.chart().chart(Ledger.balance(database, end));
        this.checked = LedgerCheck.check(database);
    }

    /// Whether every account has its place, both sides are equal, and what is kept is as it is derived.
    boolean isGood() {
        return balance.forgotten().isEmpty()
                && balance.debits().equals(balance.credits())
                && checked.differences().isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(money().lines());
        lines.add("");
        lines.addAll(reminders().lines());
        lines.add("");
        lines.add(INDENT + look.strong("trial balance on " + Screen.day(MoneyYear.LAST.atEndOfMonth())) + ", "
                + year.closed() + " months closed");
        ChartedText.of(balance, "en").lines().map(line -> INDENT + line).forEach(lines::add);
        lines.add("");
        lines.add(INDENT + (isGood() ? look.accent("✓") : look.strong("✗")) + " "
                + String.format("%-38s", "the books as they say")
                + Grouped.of(checked.differences().size()) + " differences between what is kept and what is derived"
                + (isGood() ? "" : look.strong("  FAILED")));
        return lines;
    }

    private TextTable money() {
        TextTable table = new TextTable(
                look, INDENT, "money, " + MoneyYear.FIRST + " to " + MoneyYear.LAST, "count", currency.code());
        row(table, "bills", year.billed());
        year.paid().forEach((means, sum) -> row(table, "paid by " + means.code(), sum));
        table.row("of it stamp duty on cash", "", currency.amount(year.stamps()));
        row(table, "cheques that bounced", year.bounced());
        table.row("fees of collectors", "", currency.amount(year.fees()));
        row(table, "arranged in instalments", year.arranged());
        table.row("supplied and not billed at the end", "", currency.amount(year.accrued()));
        return table;
    }

    private void row(TextTable table, String name, MoneyYear.Sum sum) {
        Money amount = sum.amount();
        table.row(name, Grouped.of(sum.count()), currency.amount(amount));
    }

    private TextTable reminders() {
        TextTable table = new TextTable(look, INDENT, "steps of dunning", "sent");
        for (Map.Entry<String, Integer> step : year.steps().entrySet()) {
            table.row(step.getKey(), Grouped.of(step.getValue()));
        }
        return table;
    }
}
