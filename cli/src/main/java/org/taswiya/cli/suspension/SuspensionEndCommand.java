package org.taswiya.cli.suspension;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.customer.Suspension;
import org.taswiya.store.Database;
import org.taswiya.store.suspension.Suspensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya suspension end`: says when one ends.
@Command(
        name = "end",
        description = {
            "Says when a suspension ends, or says it anew: longer, shorter, or, with its own first day, that it was"
                    + " taken back. Rounds and estimates go by the last word.",
            "",
            "Saying the same again changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It ends then.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, there is no such suspension, or it begins later; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya suspension end SPRING-2020 --to 2020-06-01 --why \"decree 2.20.406\""})
final class SuspensionEndCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NAME", description = "Which one.")
    private String reference = "";

    @Option(
            names = "--to",
            paramLabel = "DAY",
            required = true,
            description = "The first day on which things are done again.")
    private LocalDate to = LocalDate.EPOCH;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            Optional<Suspension> ended = Suspensions.end(database, reference, to, why.now(), isTrial);
            spec.commandLine()
                    .getOut()
                    .println(ended.map(one -> SuspensionText.of(one) + (isTrial ? " Nothing was stored." : ""))
                            .orElse(reference + " ended on " + to + " before."));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
