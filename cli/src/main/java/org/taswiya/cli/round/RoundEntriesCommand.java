package org.taswiya.cli.round;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.metering.Remark;
import org.taswiya.store.Database;
import org.taswiya.store.handset.EntryOutcome;
import org.taswiya.store.handset.EntryRows;
import org.taswiya.store.handset.EntryRows.SeenEntry;
import org.taswiya.store.handset.RoundEntry.SeenExchange;
import org.taswiya.store.rounds.ReadingRounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya round entries`: what came from handsets.
@Command(
        name = "entries",
        description = {
            "Shows what readers typed on their handsets in a round, in that order, and what became of each. New meters"
                    + " that they found wait here until somebody imports the exchange.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:They are shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such round."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya round entries 12",
            "  ./taswiya round entries 12 --exchanges",
            "  ./taswiya round entries 12 --set-aside"
        })
final class RoundEntriesCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ROUND", description = "The round's number.")
    private long round;

    @Option(names = "--exchanges", description = "Only those with a new meter.")
    private boolean isExchanges;

    @Option(names = "--set-aside", description = "Only those that came from a handset that was locked.")
    private boolean isSetAside;

    @Override
    public Integer call() {
        List<SeenEntry> all;
        try (Database database = home.open()) {
            ReadingRounds.requireThere(database, round);
            all = EntryRows.of(database, round);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        all.stream()
                .filter(seen -> !isExchanges || seen.entry().exchange() != null)
                .filter(seen -> !isSetAside || seen.outcome() == EntryOutcome.SET_ASIDE)
                .forEach(seen -> out.println(line(seen)));
        if (all.isEmpty()) {
            out.println("Nothing has come from a handset in round " + round + ".");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static String line(SeenEntry seen) {
        Remark remark = seen.entry().remark();
        SeenExchange exchange = seen.entry().exchange();
        return String.format(
                Locale.ROOT,
                "%s  %-16s  %12s  %-15s  %-9s  %s %s%s%s",
                MINUTE.format(seen.at().atZone(ZoneId.systemDefault())),
                seen.entry().usagePoint(),
                seen.entry().value() == null ? "-" : seen.entry().value(),
                seen.outcome().code(),
                remark == null ? "" : remark.code(),
                seen.reader(),
                seen.handset(),
                seen.hasPhoto() ? "  photo" : "",
                exchange == null ? "" : "  new meter " + exchange.serial() + " at " + exchange.value());
    }
}
