package org.taswiya.cli.hold;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldDecisions.Decided;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya hold re-estimate`: another way to estimate, once.
@Command(
        name = "re-estimate",
        description = {
            "Says how the next estimate of agreements that wait is made, once: by a method, or a quantity. Their bill"
                    + " is made again off the cycle with `bill --released`; the checks look at it anew. Bill and"
                    + " document say that a person chose the estimate. If the meter is read first, the reading counts.",
            "",
            "Saying the same again changes nothing; killed at any moment, it holds for all or for none.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is kept for all of them.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or no estimate helps one that is named; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya hold re-estimate C1000012 --method last-year --why \"was away\"",
            "  ./taswiya hold re-estimate C1000012 --usage 120 --why \"as the customer says\"",
            "  ./taswiya hold re-estimate --all --method class-average --why \"new area\""
        })
final class HoldReEstimateCommand implements Callable<Integer> {
    /// Those that a chain may name, too.
    private static final String METHODS =
            "customer-reading, two-years, last-year, previous-period, recent-average, last-quarter,"
                    + " last-twelve-months, class-season, annual-volume, class-average, best";

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private HoldChoice choice;

    @Option(
            names = "--method",
            paramLabel = "CODE",
            description = "One of " + METHODS + "; recent-average/6 of six periods, recent-average of three.")
    private @Nullable String method;

    @Option(
            names = "--usage",
            paramLabel = "QUANTITY",
            description = "This quantity, in the unit of the meter; for" + " agreements that are named.")
    private @Nullable String usage;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say for which it would hold; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        List<String> agreements = choice.agreements();
        EstimateInstruction instruction = instruction(agreements);
        try (Database database = home.open()) {
            Decided decided =
                    HoldDecisions.reEstimate(database, agreements, choice.filter(), instruction, why.now(), isTrial);
            HoldDecisionText.print(
                    spec.commandLine().getOut(),
                    decided,
                    "estimated anew",
                    "still wait: no estimate helps them",
                    isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }

    private EstimateInstruction instruction(List<String> agreements) {
        if ((method == null) == (usage == null)) {
            throw new ParameterException(spec.commandLine(), "name a --method, or a quantity with --usage");
        }
        if (method != null) {
            return new EstimateInstruction.ByMethod(method(method));
        }
        if (agreements.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--usage is for agreements that are named, not for --all");
        }
        return new EstimateInstruction.Stated(quantity(String.valueOf(usage)));
    }

    private EstimationMethod method(String code) {
        return EstimationMethod.ofCode(code)
                .filter(EstimationMethod::isOfChains)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + code + "' is no method; expected one of " + METHODS));
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
