package org.taswiya.cli.suspect;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.validation.SuspectDecisions;
import org.taswiya.store.validation.SuspectDecisions.DecidedSuspect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya suspect estimate`: leaves the days to an estimate.
@Command(
        name = "estimate",
        description = {
            "Leaves the days to an estimate: what came in does not count. With --method or --usage the next estimate is"
                    + " made so, once, and `bill --released` bills it off the cycle; without, as the policies say.",
            "",
            "The same decision again changes nothing; killed at any moment, all of it stands or nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is decided.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or it is decided otherwise; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya suspect estimate E12 2020-06-01 --why \"the dial is broken\"",
            "  ./taswiya suspect estimate E12 2020-06-01 --method last-year --why broken"
        })
final class SuspectEstimateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private SuspectChoice choice;

    @Option(names = "--method", paramLabel = "CODE", description = "A method, as `hold re-estimate` names them.")
    private @Nullable String method;

    @Option(names = "--usage", paramLabel = "QUANTITY", description = "This quantity, in the unit of the meter.")
    private @Nullable String usage;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be decided; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        EstimateInstruction instruction = instruction();
        try (Database database = home.open()) {
            DecidedSuspect done = SuspectDecisions.estimate(
                    database, choice.usagePoint(), choice.day(), instruction, why.now(), isTrial);
            SuspectText.decided(spec.commandLine().getOut(), done, "estimated", isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }

    private @Nullable EstimateInstruction instruction() {
        if (method != null && usage != null) {
            throw new ParameterException(spec.commandLine(), "name a --method or a quantity with --usage, not both");
        }
        if (method != null) {
            String code = method;
            return EstimationMethod.ofCode(code)
                    .filter(EstimationMethod::isOfChains)
                    .map(EstimateInstruction.ByMethod::new)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "'" + code + "' is no method; hold re-estimate --help names them"));
        }
        return usage == null ? null : new EstimateInstruction.Stated(quantity(usage));
    }

    private Decimal quantity(String text) {
        try {
            Decimal quantity = Decimal.parse(text);
            if (quantity.signum() >= 0) {
                return quantity;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new ParameterException(
                spec.commandLine(), "--usage is " + text + "; expected a plain number, zero or more");
    }
}
