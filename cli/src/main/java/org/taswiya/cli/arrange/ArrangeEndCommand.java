package org.taswiya.cli.arrange;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.ArrangementAnswer;
import org.taswiya.store.arrangement.ArrangementDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya arrange end`: a person ends an arrangement.
@Command(
        name = "end",
        description = {
            "Ends an arrangement that is not settled: what it arranged is due again as it was, and may be dunned.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It has ended.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya arrange end 3 --why \"signed by mistake\" --dry-run"})
final class ArrangeEndCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NUMBER", description = "The number of the arrangement.")
    private long number;

    @Option(names = "--on", paramLabel = "DAY", description = "From which day on it counts no more. Default: today.")
    private @Nullable LocalDate on;

    @Mixin
    private WhyOption why;

    @Option(
            names = {"--dry-run", "--trial"},
            description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        LocalDate day = on == null ? AskedOptions.today() : on;
        ArrangementAnswer answer;
        Currency currency;
        try (Database database = home.open()) {
            answer = ArrangementDecisions.end(database, number, day, AskedOptions.today(), why.now(), isTrial);
            currency = utilities.currency(database);
        }
        return ArrangementAnswerText.say(spec, answer, day, isTrial, json, currency);
    }
}
