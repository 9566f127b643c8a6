package org.taswiya.cli.round;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.ReadingRound;
import org.taswiya.store.rounds.ReadingRounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya round plan`: a turn of a route.
@Command(
        name = "plan",
        description = {
            "Plans a turn of a route: an order for each of its meters that is in place. A reading of one of its days,"
                    + " however it comes, is what the order asked for.",
            "",
            "Planning the same again changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The round is planned.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or there is no such route; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya round plan --route MAARIF-3 --from 2020-06-01 --why June",
            "  ./taswiya round plan --route MAARIF-3 --from 2020-06-01 --to 2020-06-04 \\",
            "    --why June"
        })
final class RoundPlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--route", paramLabel = "ROUTE", required = true, description = "Which route.")
    private String route = "";

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", description = "The day after the last. Default: one day.")
    private @Nullable LocalDate to;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() {
        try (Database database = home.open()) {
            DateRange days = DateRange.of(from, to == null ? from.plusDays(1) : to);
            ReadingRound round = ReadingRounds.plan(database, route, days, why.now(), isTrial);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "Round %d of route %s, %s to %s: %,d orders%s.%s%n",
                            round.number(),
                            route,
                            days.from(),
                            days.to().minusDays(1),
                            round.orders(),
                            round.rereads() == 0 ? "" : ", with " + Grouped.count(round.rereads(), "re-read"),
                            isTrial ? " Nothing was stored." : "");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
