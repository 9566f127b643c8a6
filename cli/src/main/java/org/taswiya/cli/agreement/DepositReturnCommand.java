package org.taswiya.cli.agreement;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.Deposits;
import org.taswiya.store.agreement.Deposits.Returned;
import org.taswiya.store.agreement.StoredDeposit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya deposit return`: deposits of those who have left.
@Command(
        name = "return",
        description = {
            "Gives back the deposits of all agreements that have ended and have their final bill: what was paid, with"
                    + " interest by the utility's deposits.yaml, becomes the account's credit and settles what it owes,"
                    + " the final bill first where nothing older is open. The rest is refunded as credits are, with"
                    + " refund ask and refund approve. What of a deposit was never paid is owed no more.",
            "",
            "For every day. Killed at any moment, the next call does the rest.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All that could be given back is.",
            "1:Taswiya or the machine under it failed; what was done stands.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:Some wait for a final bill; each is named."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya deposit return --why daily",
            "  ./taswiya deposit return --on 2020-06-20 --why daily --trial"
        })
final class DepositReturnCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--on", paramLabel = "DAY", description = "The day to which interest is given. Default: today.")
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
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        Returned done;
        Currency currency;
        try (Database database = home.open()) {
            done = Deposits.giveBack(database, day, rules, why.now(), isTrial);
            currency = utility.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> write(object, done)));
        } else {
            print(out, done, currency);
        }
        out.flush();
        return done.waiting().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private void print(PrintWriter out, Returned done, Currency currency) {
        done.returned().forEach(one -> out.println(DepositText.line(one, currency)));
        done.waiting()
                .forEach(one -> out.println(one.number() + " waits: " + one.agreement() + " has no final bill yet"));
        out.println(done.returned().size() + (isTrial ? " would be given back, " : " given back, ")
                + currency.money(done.settled()) + " of it settled what was owed");
    }

    private void write(JsonGenerator json, Returned done) {
        json.writeBooleanProperty("isStored", !isTrial);
        json.writeStringProperty("settled", done.settled().toString());
        array(json, "returned", done.returned());
        array(json, "waiting", done.waiting());
    }

    private static void array(JsonGenerator json, String name, List<StoredDeposit> deposits) {
        json.writeArrayPropertyStart(name);
        for (StoredDeposit one : deposits) {
            json.writeStartObject();
            DepositText.deposit(json, one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
