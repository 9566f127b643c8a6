package org.taswiya.cli.migration;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.OpeningItems;
import org.taswiya.store.receivables.OpeningItems.TakenBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya migration take-back`: a wrong opening item is taken back.
@Command(
        name = "take-back",
        description = {
            "Takes back an open item or a credit of the old system that was wrong: it stays in the books, and an entry"
                    + " reverses its own. The right one is imported under a reference of its own.",
            "",
            "Taking the same item back again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The item is taken back, now or before.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or there is no such item; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya migration take-back 0000000001 F1 --why \"paid in April\" --trial",
            "  ./taswiya migration take-back 0000000001 F1 --why \"paid in April\" \\",
            "      --on 2020-07-03"
        })
final class MigrationTakeBackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Whose item it is.")
    private String account = "";

    @Parameters(index = "1", paramLabel = "REFERENCE", description = "The item's reference in the old system.")
    private String reference = "";

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it is taken back. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be taken back; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        TakenBack done;
        Currency currency;
        try (Database database = home.open()) {
            LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
            OpeningItems.Key key = new OpeningItems.Key(account, reference);
            done = OpeningItems.takeBack(database, key, day, why.now(), isTrial);
            currency = utilities.currency(database);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(said(done, currency));
        out.flush();
        return ExitCode.GOOD;
    }

    private String said(TakenBack done, Currency currency) {
        String what = (done.item().amount().signum() > 0 ? "Open item " : "Credit ") + reference + " of account "
                + account + ", " + currency.plain(done.item().amount()) + ", ";
        if (!done.isNew()) {
            return what + "was taken back on " + done.takenBackOn() + " already";
        }
        return what + (isTrial ? "would be" : "is") + " taken back on " + done.takenBackOn()
                + (isTrial ? "; nothing stored" : "");
    }
}
