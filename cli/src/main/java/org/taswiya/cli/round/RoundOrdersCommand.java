package org.taswiya.cli.round;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.OrderedReread;
import org.taswiya.store.rounds.ReadingRounds;
import org.taswiya.store.rounds.RoundOrder;
import org.taswiya.store.rounds.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya round orders`: the file for a handheld.
@Command(
        name = "orders",
        description = {
            "Prints the orders of a round as CSV in the order of the walk: what a reader's handheld takes.",
            "",
            "Meters that suspensions stop on all days of the round are left out, and their number is said; round report"
                    + " shows them. One that is stopped on some of the days has these in the column not_on.",
            "",
            "A meter that is read again, because somebody decided so by suspect reread, has in the column reread the"
                    + " day of the reading that was not believed; found and why say for what reason.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All orders are printed.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such round."
        },
        footer = {"", "Examples:", "  ./taswiya round orders 12 > handheld.csv", "  ./taswiya round orders 12 --rereads"
        })
final class RoundOrdersCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "round",
            "position",
            "usage_point",
            "address",
            "area",
            "serial",
            "register",
            "digits",
            "decimals",
            "unit",
            "last_day",
            "last_value",
            "suspension",
            "not_on",
            "reread",
            "found",
            "why");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ROUND", description = "The round's number.")
    private long round;

    @Option(names = "--rereads", description = "Only meters that are read again.")
    private boolean rereadsOnly;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            ReadingRounds.requireThere(database, round);
            out.println(String.join(",", COLUMNS));
            AtomicLong suspended = new AtomicLong();
            ReadingRounds.orders(database, round, order -> {
                if (rereadsOnly && order.reread() == null) {
                    return;
                }
                if (order.stop().isWhole()) {
                    suspended.incrementAndGet();
                } else {
                    out.println(line(order));
                }
            });
            tell(suspended.get());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }

    private void tell(long suspended) {
        if (suspended > 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%,d orders are suspended on all days of the round and left out;"
                                    + " ./taswiya round report %d shows them.%n",
                            suspended,
                            round);
        }
    }

    private String line(RoundOrder order) {
        OrderedReread reread = order.reread();
        return Stream.of(
                        round,
                        order.position(),
                        order.usagePoint(),
                        order.address(),
                        order.area(),
                        order.serial(),
                        order.register() == null ? "" : order.register(),
                        order.digits() == null ? "" : order.digits(),
                        order.decimals(),
                        order.unit(),
                        order.lastDay() == null ? "" : order.lastDay(),
                        order.lastValue() == null ? "" : order.lastValue(),
                        String.join(" ", order.stop().suspensions()),
                        days(order.stop()),
                        reread == null ? "" : reread.day(),
                        reread == null ? "" : reread.found(),
                        reread == null ? "" : reread.why())
                .map(field -> quoted(field.toString()))
                .collect(Collectors.joining(","));
    }

    private static String days(Stop stop) {
        return stop.days().stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    /// As RFC 4180 has it.
    private static String quoted(String field) {
        boolean needs = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needs ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
