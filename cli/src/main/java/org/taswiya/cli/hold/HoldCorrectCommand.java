package org.taswiya.cli.hold;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.DialValue;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.notice.NoticeText;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.CorrectedReading;
import org.taswiya.store.population.ReadingKind;
import org.taswiya.store.validation.ReadingDecisions;
import org.taswiya.store.validation.ReadingDecisions.DecidedReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya hold correct`: puts a reading right.
@Command(
        name = "correct",
        description = {
            "Puts a reading of an agreement's meter right, or adds one that came late. The reading before stays in the"
                    + " books; this one takes its place. Bills that rest on it are settled anew by the next bill, which"
                    + " `bill --released` makes off the cycle.",
            "",
            "The same correction again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The reading counts.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or the meter cannot show this on that day; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya hold correct C1000012 --reading 2020-06-01=4711 --why \"6 read as 9\"",
            "  ./taswiya hold correct C1000012 --reading 2020-06-01=4711 --why photo --trial"
        })
final class HoldCorrectCommand implements Callable<Integer> {
    private static final String EXPECTED = "; expected a day and what the dial shows, as 2020-06-01=4711";

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement, as `hold list` names it.")
    private String agreement = "";

    @Option(
            names = "--reading",
            paramLabel = "DAY=VALUE",
            required = true,
            description = "What the dial shows at the start of the day.")
    private String reading = "";

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "Of a meter with several registers, the one that was misread. Default: the one that the"
                    + " agreement is at.")
    private @Nullable String register;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "actual, read by the utility, or customer, by the person served. Default: actual.")
    private Kind kind = Kind.ACTUAL;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be corrected; store nothing.")
    private boolean isTrial;

    private enum Kind {
        ACTUAL,
        CUSTOMER
    }

    @Override
    public Integer call() throws IOException {
        Change now = why.now();
        Reading corrected = reading(now);
        ReadingChecks checks = utility.alarmLimits();
        DecidedReading done;
        try (Database database = home.open()) {
            done = ReadingDecisions.correct(database, agreement, register, corrected, checks, now, isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        print(out, corrected, done.corrected());
        NoticeText.raised(out, done.notices(), isTrial);
        out.flush();
        return ExitCode.GOOD;
    }

    private void print(PrintWriter out, Reading now, CorrectedReading done) {
        Reading before = done.before();
        String what = agreement + " at " + done.usagePoint() + ", " + now.at() + ": ";
        if (!done.isNew()) {
            out.println(what + "reads " + now.value() + " already");
            return;
        }
        out.println(what
                + (before == null
                        ? "not read"
                        : before.value() + " (" + ReadingKind.of(before).code() + ")")
                + (isTrial ? " would become " : " becomes ") + now.value()
                + " (" + ReadingKind.of(now).code() + ")" + (isTrial ? "; nothing stored" : ""));
        if (done.isReopened()) {
            out.println("Bills rest on it: the next one settles them anew.");
        }
        if (!isTrial) {
            out.println("Bill it off the cycle: ./taswiya bill --to DAY --on DAY --released");
        }
    }

    private Reading reading(Change now) {
        String[] parts = reading.split("=", -1);
        if (parts.length != 2) {
            throw new ParameterException(spec.commandLine(), "--reading is " + reading + EXPECTED);
        }
        try {
            LocalDate at = LocalDate.parse(parts[0]);
            Decimal value = DialValue.of(spec, "--reading", parts[1]);
            if (at.isAfter(LocalDate.now(java.time.ZoneId.systemDefault()))) {
                throw new ParameterException(spec.commandLine(), "--reading is of " + at + ", a day to come");
            }
            String provenance = "corrected by " + now.author() + ": " + now.reason();
            return switch (kind) {
                case ACTUAL -> new Reading.ActualReading(at, value, provenance);
                case CUSTOMER -> new Reading.CustomerReading(at, value, provenance);
            };
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "--reading is " + reading + EXPECTED, e);
        }
    }
}
