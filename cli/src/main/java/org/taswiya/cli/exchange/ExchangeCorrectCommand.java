package org.taswiya.cli.exchange;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.DialValue;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.run.receiving.ExchangeDesk;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.ExchangeCorrections.CorrectedExchange;
import org.taswiya.store.validation.ExchangeDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya exchange correct`: puts right what was written down at an exchange.
@Command(
        name = "correct",
        description = {
            "Says anew what the dials showed when a meter was exchanged or set back. What was written before stays in"
                    + " the books; this takes its place. Bills that rest on it are settled anew by the next bill, which"
                    + " `bill --released` makes off the cycle. What was read there since is judged anew:"
                    + " what waited because of it counts.",
            "",
            "The same correction again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The exchange stands so.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or no exchange of that day is recorded, or a dial cannot show this; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya exchange correct E12 2020-06-11 --removed 4711 --why photo",
            "  ./taswiya exchange correct E12 2020-06-11 --installed 3 --why photo --trial"
        })
final class ExchangeCorrectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(index = "0", paramLabel = "POINT", description = "The usage point.")
    private String usagePoint = "";

    @Parameters(index = "1", paramLabel = "DAY", description = "The day of the exchange, such as 2020-06-11.")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--removed", paramLabel = "VALUE", description = "What the dial showed that was taken away.")
    private @Nullable String removed;

    @Option(
            names = "--installed",
            paramLabel = "VALUE",
            description = "What the dial showed that was put in its place.")
    private @Nullable String installed;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be corrected; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        if (removed == null && installed == null) {
            throw new ParameterException(spec.commandLine(), "say what is wrong: --removed, --installed or both");
        }
        Decimal wasRemoved = value("--removed", removed);
        Decimal wasInstalled = value("--installed", installed);
        ReadingChecks checks = utility.alarmLimits();
        try (Database database = home.open()) {
            Change change = why.now();
            CorrectedExchange done = ExchangeDecisions.correct(
                    database, usagePoint, day, wasRemoved, wasInstalled, checks, change, isTrial);
            LocalDate today = LocalDate.ofInstant(change.at(), ZoneOffset.UTC);
            print(done, done.isNew() ? ExchangeDesk.doubts(database, usagePoint, done.now(), checks, today) : "");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }

    /// @param doubts what an exchange of a file would come back for; empty for nothing
    private void print(CorrectedExchange done, String doubts) {
        PrintWriter out = spec.commandLine().getOut();
        String what = usagePoint + " on " + day + ": ";
        if (!done.isNew()) {
            out.println(what + words(done.now()) + " already");
        } else {
            out.println(what
                    + words(done.before())
                    + (isTrial ? " would become " : " becomes ")
                    + words(done.now())
                    + (isTrial ? "; nothing stored" : ""));
            if (!doubts.isEmpty()) {
                out.println("Look at it again, it is not likely: " + doubts);
            }
            if (done.isReopened()) {
                out.println("Bills rest on it: the next one settles them anew.");
            }
            if (!isTrial) {
                out.println("Bill it off the cycle: ./taswiya bill --to DAY --on DAY --released");
            }
        }
        out.flush();
    }

    private static String words(MeterExchange exchange) {
        return "removed at " + exchange.removed() + ", installed at " + exchange.installed();
    }

    private @Nullable Decimal value(String option, @Nullable String given) {
        return given == null ? null : DialValue.of(spec, option, given);
    }
}
