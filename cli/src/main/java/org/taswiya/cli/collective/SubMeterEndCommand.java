package org.taswiya.cli.collective;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.collective.SubMeters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya sub-meter end`: a meter is a sub-meter no more.
@Command(
        name = "end",
        description = {
            "Says from which day on a meter stands behind no main meter any more; an end said before is moved. Bills of"
                    + " days before are shared out with it as they were.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It ends then.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or it is no sub-meter on the day before; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya sub-meter end E12 --on 2020-07-01 --why \"own contract\""})
final class SubMeterEndCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "POINT", description = "The usage point of the sub-meter.")
    private String sub = "";

    @Option(
            names = "--on",
            paramLabel = "DAY",
            required = true,
            description = "The first day on which it is none, such as 2020-07-01.")
    private LocalDate on = LocalDate.EPOCH;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be written; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        boolean isNew;
        try (Database database = home.open()) {
            isNew = SubMeters.end(database, sub, on, why.now(), isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(sub + (isTrial && isNew ? " would be" : " is") + " no sub-meter from " + on + " on"
                + (isNew ? isTrial ? "; nothing stored" : "" : " already"));
        out.flush();
        return ExitCode.GOOD;
    }
}
