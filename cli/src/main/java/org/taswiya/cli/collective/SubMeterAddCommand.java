package org.taswiya.cli.collective;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.collective.SubMeter;
import org.taswiya.store.collective.SubMeters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya sub-meter add`: puts a meter behind a main meter.
@Command(
        name = "add",
        description = {
            "Puts the meter of a usage point behind a main meter from a day on. It has no agreement of its own on these"
                    + " days; its readings come in as all others do.",
            "",
            "The same again changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It stands there.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or it cannot stand there; the message says why, and nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya sub-meter add E12 --behind E1 --from 2020-01-01 --why list",
            "  ./taswiya sub-meter add E13 --behind E1 --share 120 --from 2020-01-01 \\",
            "      --why \"title deed\""
        })
final class SubMeterAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "POINT", description = "The usage point of the sub-meter.")
    private String sub = "";

    @Option(names = "--behind", paramLabel = "POINT", required = true, description = "That of the main meter.")
    private String main = "";

    @Option(
            names = "--share",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Its share of the common part, beside those of the others. 0: none of it. Default: 1.")
    private int share;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day, such as 2020-01-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be written; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        boolean isNew;
        try (Database database = home.open()) {
            isNew = SubMeters.add(database, new SubMeter(sub, main, share, from, null), why.now(), isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(sub + (isTrial && isNew ? " would stand" : " stands") + " behind " + main + " from " + from
                + (isNew ? isTrial ? "; nothing stored" : "" : " already"));
        out.flush();
        return ExitCode.GOOD;
    }
}
