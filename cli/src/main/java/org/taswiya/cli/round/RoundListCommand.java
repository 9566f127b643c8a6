package org.taswiya.cli.round;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.ReadingRound;
import org.taswiya.store.rounds.ReadingRounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya round list`: all rounds.
@Command(
        name = "list",
        description = {"Shows the rounds, the newest first.", ""},
        footer = {"", "Examples:", "  ./taswiya round list"})
final class RoundListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        List<ReadingRound> rounds;
        try (Database database = home.open()) {
            rounds = ReadingRounds.all(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        rounds.forEach(round -> out.printf(
                Locale.ROOT,
                "%6d  %s to %s  %,9d orders  %s%s%n",
                round.number(),
                round.days().from(),
                round.days().to().minusDays(1),
                round.orders(),
                round.route(),
                round.rereads() == 0 ? "" : "  " + Grouped.count(round.rereads(), "re-read")));
        if (rounds.isEmpty()) {
            out.println("No round is planned; ./taswiya round plan plans one.");
        }
        return ExitCode.GOOD;
    }
}
