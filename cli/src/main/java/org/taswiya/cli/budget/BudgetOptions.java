package org.taswiya.cli.budget;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.budget.BudgetDecisions.Asked;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is asked for.
final class BudgetOptions {
    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "ACCOUNT", description = "Who asks for it.")
    private String account = "";

    @Option(
            names = "--amount",
            paramLabel = "AMOUNT",
            converter = MoneyOption.class,
            description = "A month. Default: what the bills of the year before give.")
    private @Nullable Money amount;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day of its year. Default: today.")
    private @Nullable LocalDate from;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    String account() {
        return account;
    }

    /// In which the amounts are.
    Currency currency(Database database) {
        return utility.currency(database);
    }

    Asked asked() throws IOException {
        return new Asked(utility.budgets(), utility.workingDays(), amount, from == null ? today() : from);
    }

    boolean isJson() {
        return json;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
