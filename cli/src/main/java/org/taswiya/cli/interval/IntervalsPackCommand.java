package org.taswiya.cli.interval;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.run.receiving.IntervalPack;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.interval.IntervalPacking.Packed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya intervals pack`: a month that is over becomes one row of each register.
@Command(
        name = "pack",
        description = {
            "Writes a month that came in many deliveries as one row of each usage point, a quarter of the bytes. What"
                    + " was superseded stays; the changes that brought what is packed are kept with it.",
            "",
            "It can be stopped at any moment and begun again, and run while the books are in use.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Nothing is left to pack in that month.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya intervals pack --month 2026-05"})
final class IntervalsPackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--month", paramLabel = "MONTH", required = true, description = "Such as 2026-05.")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--author", paramLabel = "NAME", description = "Who packs. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Override
    public Integer call() {
        if (author.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--author needs some text");
        }
        Packed packed;
        try (Database database = home.open()) {
            packed = IntervalPack.execute(
                    database, month, new Change(Instant.now(), author, "intervals of " + month + " packed"));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(packed.rows() + " rows became " + packed.into());
        out.flush();
        return ExitCode.GOOD;
    }
}
