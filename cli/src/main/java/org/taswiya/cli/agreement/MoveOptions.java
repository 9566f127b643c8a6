package org.taswiya.cli.agreement;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.DialValue;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// When a move is, what the meter shows, and who writes it down.
final class MoveOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private UtilityOption utility;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            required = true,
            description = "The day, at whose start one ends and the other begins.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(
            names = "--reading",
            paramLabel = "VALUE",
            description = "What the meter shows at the start of the day. Not needed where the books have it.")
    private @Nullable String reading;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Option(
            names = "--no-deposit",
            description = "Whoever comes is asked for no deposit, whatever the utility's deposits.yaml says.")
    private boolean isWithoutDeposit;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    /// @param isComing whether somebody comes, who may be asked for a deposit
    Move move(boolean isComing, Database database) throws IOException {
        return new Move(
                on,
                value(),
                LocalDate.now(ZoneId.systemDefault()),
                utility.library(database)::tariff,
                isWithoutDeposit || !isComing ? DepositRules.NONE : utility.deposits(),
                why.now(),
                isTrial);
    }

    private @Nullable Decimal value() {
        return reading == null ? null : DialValue.of(spec, "--reading", reading);
    }

    boolean hasReading() {
        return reading != null;
    }

    Currency currency(Database database) {
        return utility.currency(database);
    }

    boolean isJson() {
        return json;
    }
}
