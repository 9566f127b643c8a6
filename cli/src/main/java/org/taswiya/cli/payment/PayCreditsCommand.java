package org.taswiya.cli.payment;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.CreditUses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya pay credits`: customers' credits settle what came after them.
@Command(
        name = "credits",
        description = {
            "Uses what customers have to their credit on what they owe: the oldest credit first, on the item that has"
                    + " been due the longest. Run it when bills were made; an account that pays has its own credits"
                    + " used then.",
            "",
            "Doing it again does nothing more; killed at any moment, the next time does the rest.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya pay credits --why \"bills of June\" --trial",
            "  ./taswiya pay credits --why \"bills of June\" --on 2020-06-03"
        })
final class PayCreditsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day of the entries; what is issued later is left alone. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say how much would be used; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
        CreditUses.Used used;
        try (Database database = home.open()) {
            used = CreditUses.use(database, day, why.now(), isTrial);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PaymentJson.object(object -> {
                object.writeNumberProperty("accounts", used.accounts());
                object.writeNumberProperty("uses", used.uses());
                object.writeStringProperty("amount", used.amount().toString());
                object.writeBooleanProperty("isStored", !isTrial);
            }));
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s of credit %s on %,d items of %,d accounts%s%n",
                    PaymentText.money(used.amount()),
                    isTrial ? "would be used" : "is used",
                    used.uses(),
                    used.accounts(),
                    isTrial ? "; nothing stored" : "");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
