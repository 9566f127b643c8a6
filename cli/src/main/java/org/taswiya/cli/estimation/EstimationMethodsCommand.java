package org.taswiya.cli.estimation;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.estimation.EstimationMethod.Kind;
import org.taswiya.deliver.json.JsonLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya estimation methods`: which methods there are.
@Command(
        name = "methods",
        description = {
            "Lists the methods of estimation: of each its version, what it does, and what it needs. A chain in"
                    + " policies.yaml names those that are tried, in their order; which of them is good for your meters"
                    + " says ./taswiya backtest.",
            "",
            "The edition is that of all methods together, a method's version the edition in which what it comes to was"
                    + " last changed. Documents and runs say both.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All methods are listed.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya estimation methods",
            "  ./taswiya estimation methods --json | jq 'select(.ofChains) | .method'"
        })
final class EstimationMethodsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "One JSON object a line for each method.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println("Edition " + EstimationMethod.EDITION);
        }
        EstimationMethod.values().forEach(method -> out.println(json ? json(method) : text(method)));
        out.flush();
        return ExitCode.GOOD;
    }

    private static String text(EstimationMethod method) {
        return "%n%s, version %d%s%n  does   %s%n  needs  %s"
                .formatted(
                        form(method),
                        version(method),
                        method.isOfChains() ? "" : ", never in a chain",
                        does(method.kind()),
                        needs(method.kind()));
    }

    private static int version(EstimationMethod method) {
        return method.version(EstimationMethod.EDITION);
    }

    /// How a chain names it.
    private static String form(EstimationMethod method) {
        return method.kind() == Kind.RECENT_AVERAGE
                ? method.code() + " or " + method.code() + "/N, N from " + EstimationMethod.PERIODS_LEAST + " to "
                        + EstimationMethod.PERIODS_MOST
                : method.code();
    }

    private static String does(Kind kind) {
        return switch (kind) {
            case VACANT -> "counts nothing for days on which the premise is known to stand empty; before any chain";
            case CUSTOMER_READING ->
                "goes by what the customer has read, the days after the last of these as the mean of those before";
            case TWO_YEARS -> "the mean of the daily averages of the same dates one and two years before";
            case LAST_YEAR -> "the daily average of the same dates last year";
            case PREVIOUS_PERIOD -> "the daily average between the last two readings, carried on";
            case RECENT_AVERAGE -> "the daily average of the last N known periods; three where no N is named";
            case LAST_QUARTER -> "the daily average of what is known of the last 92 days; where nothing is, of 365";
            case LAST_TWELVE_MONTHS -> "the daily average of what is known of the last 365 days";
            case CLASS_SEASON -> "what each month is to the class, times the meter's own level of the last half year";
            case ANNUAL_VOLUME -> "the use of a year, times what the dates are of the class's year";
            case CLASS_AVERAGE -> "the daily average of the meters of the class";
            case BEST ->
                "the middle of three: a short and a long level, each times the season, and last year times the trend";
            case STATED -> "what a person says, once: hold re-estimate --usage, suspect estimate --usage";
        };
    }

    private static String needs(Kind kind) {
        return switch (kind) {
            case VACANT -> "vacancies of the premise";
            case CUSTOMER_READING ->
                "readings of the customer since the last actual one, up to the middle of the days at least";
            case TWO_YEARS -> "readings that tell all of these dates of both years";
            case LAST_YEAR -> "readings that tell all of these dates of last year";
            case PREVIOUS_PERIOD -> "two actual readings in the last 26 months";
            case RECENT_AVERAGE -> "two actual readings in the last 26 months; fewer periods than N do as well";
            case LAST_QUARTER, LAST_TWELVE_MONTHS -> "some days known of the last 365";
            case CLASS_SEASON -> "readings of its last half year, and other meters of its tariff known for a year";
            case ANNUAL_VOLUME -> "half of the last 365 days known, or annualVolume stated in the agreement";
            case CLASS_AVERAGE -> "other meters of its tariff that were read in the last 365 days; none of its own";
            case BEST -> "readings of its own, the more years the better up to six, and of other meters of its tariff";
            case STATED -> "author and reason";
        };
    }

    private static String json(EstimationMethod method) {
        return JsonLine.object(json -> {
            json.writeStringProperty("method", method.code());
            json.writeNumberProperty("version", version(method));
            json.writeNumberProperty("edition", EstimationMethod.EDITION);
            json.writeBooleanProperty("ofChains", method.isOfChains());
            if (method.kind() == Kind.RECENT_AVERAGE) {
                json.writeNumberProperty("periods", method.periods());
                json.writeNumberProperty("periodsLeast", EstimationMethod.PERIODS_LEAST);
                json.writeNumberProperty("periodsMost", EstimationMethod.PERIODS_MOST);
            }
            json.writeStringProperty("does", does(method.kind()));
            json.writeStringProperty("needs", needs(method.kind()));
        });
    }
}
