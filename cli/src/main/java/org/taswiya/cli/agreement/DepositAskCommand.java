package org.taswiya.cli.agreement;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.DepositAsk;
import org.taswiya.store.agreement.StoredDeposit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya deposit ask`: of an agreement that runs without.
@Command(
        name = "ask",
        description = {
            "Asks for the deposit of an agreement that runs and has none: its customer came before deposits were asked"
                    + " for, or was let in with --no-deposit. The amount is that of deposits.yaml. Whoever"
                    + " moves in is asked by agreement move-in.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The deposit is owed now.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deposit ask C1000012 --why \"asked of all since June\"",
            "  ./taswiya deposit ask C1000012 --on 2020-06-20 --why \"new rule\" --trial"
        })
final class DepositAskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "AGREEMENT", description = "Whose deposit.")
    private String agreement = "";

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it is asked. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        DepositRules rules = utility.deposits();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        DepositAsk.Answer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = DepositAsk.ask(database, agreement, on == null ? today : on, today, rules, why.now(), isTrial);
            currency = utility.currency(database);
        }
        return switch (answer) {
            case DepositAsk.Asked(var deposit) -> say(deposit, currency);
            case DepositAsk.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    private int say(StoredDeposit deposit, Currency currency) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                DepositText.deposit(object, deposit);
                object.writeBooleanProperty("isStored", !isTrial);
            }));
        } else {
            out.println(DepositText.line(deposit, currency));
            if (isTrial) {
                out.println("Nothing was stored.");
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
