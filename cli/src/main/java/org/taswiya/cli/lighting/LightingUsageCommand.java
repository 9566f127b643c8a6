package org.taswiya.cli.lighting;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.pricing.BookRead;
import org.taswiya.cli.terminal.TextTable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LampUsage;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tariff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya lighting usage`: what lamps used.
@Command(
        name = "usage",
        description = {
            "Tells what the lamps of an inventory used: count x (watts + losses) x hours. All of it is exact; the sum"
                    + " is rounded once, to a watt-hour, and that is what is priced.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is told.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, a file with faults, each named with its line, or days without a night."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya lighting usage lighting.yaml lamps.csv \\",
            "      --from 2024-01-01 --to 2024-02-01 --tariff casablanca/public-lighting",
            "  ./taswiya lighting usage lighting.yaml lamps.csv --line --from 2024-01-01 \\",
            "      --to 2024-02-01 --tariff casablanca/public-lighting | ./taswiya rate"
        })
final class LightingUsageCommand implements Callable<Integer> {
    private static final int HOUR_DECIMALS = 2;
    private static final int KWH_DECIMALS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(index = "0", paramLabel = "CALENDAR", description = "The calendar of burning hours.")
    private Path calendarFile = Path.of("");

    @Parameters(index = "1", paramLabel = "INVENTORY", description = "The lamps; docs/tariffs/lighting.md has both.")
    private Path inventoryFile = Path.of("");

    @Mixin
    private LightingDays days;

    @Option(names = "--tariff", paramLabel = "BOOK", description = "Also tells what it costs.")
    private @Nullable String book;

    @Option(names = "--line", description = "Tells nothing but the line that `rate` reads; with --tariff.")
    private boolean isLine;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        DateRange period = days.range(spec);
        Tariff tariff = book == null ? null : tariff(book, period);
        if (isLine && tariff == null) {
            throw wrong("--line: expected --tariff beside it");
        }
        LightingCalendar calendar = LightingFiles.calendar(spec, calendarFile);
        List<LampGroup> inventory = LightingFiles.inventory(spec, inventoryFile, calendar);
        List<String> regimes =
                inventory.stream().map(LampGroup::regime).distinct().toList();
        LightingFiles.requireNights(spec, calendar, regimes, period);
        List<LampUsage> usages = LampUsage.of(calendar, inventory, period);
        Decimal total = LampUsage.total(usages).round(KWH_DECIMALS, RoundingMode.HALF_UP);
        PrintWriter out = spec.commandLine().getOut();
        if (isLine && tariff != null) {
            out.println("{\"tariff\":\"" + tariff.id() + "\",\"from\":\"" + period.from() + "\",\"to\":\"" + period.to()
                    + "\",\"usage\":{\"total\":\"" + total + "\"}}");
        } else {
            write(usages, total, out);
            if (tariff != null) {
                writePrice(tariff.resolve(period, 1).rate(Fraction.of(total)), out);
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private Tariff tariff(String name, DateRange period) {
        Tariff tariff = BookRead.tariff(spec, utilities.folderLibrary(), name);
        if (!tariff.covers(period)) {
            throw wrong(tariff.id() + " has no prices for all of " + period);
        }
        if (tariff.unit() != Unit.KILOWATT_HOUR || !tariff.in(period).isOfUsageAlone()) {
            throw wrong(tariff.id() + " does not price kWh alone; lamps have nothing else to tell");
        }
        return tariff;
    }

    private void write(List<LampUsage> usages, Decimal total, PrintWriter out) {
        TextTable table =
                new TextTable(look.look(), "", "PLACE", "TYPE", "LAMPS", "W EACH", "REGIME", "DAYS", "HOURS", "kWh");
        for (LampUsage usage : usages) {
            LampGroup lamps = usage.lamps();
            table.row(
                    lamps.place(),
                    lamps.type(),
                    Integer.toString(lamps.count()),
                    lamps.wattsEach().toString(),
                    lamps.regime(),
                    Long.toString(usage.days().days()),
                    usage.hours().toText(HOUR_DECIMALS),
                    usage.energy().toText(KWH_DECIMALS));
        }
        table.row("in all", "", "", "", "", "", "", Fraction.of(total).toText(KWH_DECIMALS));
        table.lines().forEach(out::println);
    }

    private static void writePrice(Rating rating, PrintWriter out) {
        out.println();
        Tariff tariff = rating.resolved().tariff();
        out.println(tariff.id() + ": " + rating.net() + " " + tariff.currency() + " and " + rating.tax() + " of tax, "
                + rating.total() + " in all");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
