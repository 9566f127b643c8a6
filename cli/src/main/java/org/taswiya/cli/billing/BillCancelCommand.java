package org.taswiya.cli.billing;

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
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Database;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.Cancellations.TakenBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya bill cancel`: takes a bill back.
@Command(
        name = "cancel",
        description = {
            "Takes an issued bill back: the bill stays in the books with its number, an entry reverses its own, and its"
                    + " periods are open again. `bill --released` bills them anew off the cycle. Where later bills"
                    + " on estimates stand, the next reading does.",
            "",
            "Cancelling the same bill again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The bill is cancelled, now or before.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or there is no such bill; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bill cancel 0000000042BQ --why \"meters swapped\" --trial",
            "  ./taswiya bill cancel 0000000042BQ --why \"meters swapped\" --on 2020-06-10",
            "  ./taswiya bill --to 2020-06-01 --on 2020-06-10 --released"
        })
final class BillCancelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "The bill's number with its two letters.")
    private String number = "";

    @Option(names = "--on", paramLabel = "DAY", description = "The day on which it is taken back. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be taken back; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        BillNumber bill = BillNumber.parse(number)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + number + "' is no bill number: ten digits and the two letters that go with them"));
        TakenBack done;
        Currency currency;
        try (Database database = home.open()) {
            LocalDate day = on == null ? LocalDate.now(ZoneId.systemDefault()) : on;
            done = Cancellations.cancel(database, bill, day, why.now(), isTrial);
            currency = utilities.currency(database);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        print(out, bill, done, currency);
        out.flush();
        return ExitCode.GOOD;
    }

    private void print(PrintWriter out, BillNumber bill, TakenBack done, Currency currency) {
        String what = "Bill " + bill + " of " + done.billedOn() + " for " + done.agreement() + ", "
                + currency.plain(done.total()) + ", ";
        if (!done.isNew()) {
            out.println(what + "was cancelled on " + done.cancelledOn() + " already");
            return;
        }
        out.println(what + (isTrial ? "would be" : "is") + " cancelled on " + done.cancelledOn() + ": "
                + currency.plain(done.total().negated()) + " is booked" + (isTrial ? "; nothing stored" : ""));
        if (done.isLeftToReading()) {
            out.println("Later bills of " + done.agreement() + " stand, and nobody has read the meter since: the next"
                    + " reading settles it. To bill it sooner, cancel those too.");
        } else if (!isTrial) {
            out.println("Bill it again off the cycle: ./taswiya bill --to DAY --on DAY --released");
        }
    }
}
