package org.taswiya.cli.pricing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.HeldUse;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.tariff.CurvePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff curve`: what the next unit costs.
@Command(
        name = "curve",
        description = {
            "Tells what the next unit costs under a price book, block by block, with all taxes, and where the next"
                    + " unit is dear: the cliffs of a tariff.",
            "",
            "Where prices hang on time bands, demand or something else, that is held while the usage grows, and said"
                    + " above the table.",
            "",
            "Amounts are unrounded and printed with 4 decimals; a duty on a way of paying is not in them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is told.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such book, a book with faults, days on which it has no prices, or a"
                    + " book that asks for what is not held."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff curve casablanca/electricity-household",
            "  ./taswiya tariff curve my-book.yaml --from 2025-01-01 --svg curve.svg",
            "  ./taswiya tariff curve time-of-use.yaml --profile months.csv",
            "  ./taswiya tariff curve my-book.yaml --json | jq .cliffs"
        })
public final class TariffCurveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "BOOK", description = "An id such as casablanca/water-household, or a book's path.")
    private String book = "";

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day of the month. Default: that of the book's newest version.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The day after the last of the period. Default: a month after the first.")
    private @Nullable LocalDate to;

    @Option(
            names = "--households",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many share the meter. Default: ${DEFAULT-VALUE}.")
    private int households;

    @Option(
            names = "--more-than",
            paramLabel = "AMOUNT",
            defaultValue = "0",
            description = "Tell of cliffs where the next unit costs more. Default: of all.")
    private String moreThan = "0";

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "How usage is shared over time bands, its demand, and what else the book asks for: a profile"
                    + " as tariff try takes it; its month of the same name counts, or its first one. Without it each"
                    + " time band is drawn by itself.")
    private @Nullable Path profile;

    @Mixin
    private HeldOption held;

    @Option(names = "--svg", paramLabel = "FILE", description = "Also draws the prices into a file.")
    private @Nullable Path svg;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Tariff tariff = BookRead.tariff(spec, utilities.folderLibrary(), book);
        DateRange period = period(tariff);
        if (households < 1) {
            throw wrong("--households: found " + households + ", expected 1 or more");
        }
        Tariff inForce = tariff.in(period);
        Optional<PricedUse> month = held.monthOf(profile, period.from());
        List<HeldCurve> curves = curves(inForce, tariff.resolve(period, households), month);
        CurveText text = new CurveText(inForce, period, curves, Fraction.of(amount()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            text.writeJson(out);
        } else {
            text.write(out);
        }
        if (svg != null) {
            Files.writeString(svg, picture(tariff, period, curves));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private List<HeldCurve> curves(Tariff tariff, ResolvedTariff resolved, Optional<PricedUse> month) {
        if (tariff.isOfUsageAlone()) {
            return List.of(new HeldCurve(HeldUse.NOTHING, PriceCurve.of(resolved), new TreeMap<>()));
        }
        return held.held(tariff, month).stream()
                .map(one -> curve(resolved, one, month))
                .toList();
    }

    private HeldCurve curve(ResolvedTariff resolved, HeldUse one, Optional<PricedUse> month) {
        one.missing(resolved).ifPresent(missing -> {
            String how = missing.contains("the highest demand") ? ", or --demand" : "";
            throw wrong(book + " asks for " + missing + "; tell it by --profile with a column of it" + how);
        });
        PriceCurve curve = PriceCurve.find(resolved, one)
                .orElseThrow(() -> wrong(book + " has no straight prices where own energy comes off by time band or the"
                        + " power factor is found by registers; expected a profile with power-factor, or without"
                        + " exported-energy"));
        return new HeldCurve(
                one,
                curve,
                month.map(use -> one.nextUnits(resolved, use.use().usage())).orElseGet(TreeMap::new));
    }

    private static String picture(Tariff tariff, DateRange period, List<HeldCurve> curves) {
        String unit = tariff.unit().symbol();
        String words =
                curves.getFirst().held().band() == null ? curves.getFirst().inWords() : "";
        String days = tariff.id() + ", " + period.from() + " to " + period.to();
        String title = words.isEmpty() ? days : days + ": " + words;
        PriceCurve first = curves.getFirst().curve();
        return curves.size() == 1
                ? CurvePicture.of(first, CurveWords.of(title, unit, first))
                : CurvePicture.ofEach(
                        curves.stream().map(HeldCurve::curve).toList(),
                        CurveWords.ofEach(
                                title,
                                unit,
                                curves.stream().map(HeldCurve::named).toList()));
    }

    private DateRange period(Tariff tariff) {
        LocalDate first = from != null ? from : tariff.versions().getLast().from();
        LocalDate last = to != null ? to : first.plusMonths(1);
        if (!last.isAfter(first)) {
            throw wrong("--to: found " + last + ", expected a day after " + first);
        }
        DateRange period = DateRange.of(first, last);
        if (!tariff.covers(period)) {
            throw wrong(tariff.id() + " has no prices for all of " + period);
        }
        return period;
    }

    private Decimal amount() {
        try {
            return Decimal.parse(moreThan);
        } catch (NumberFormatException e) {
            throw wrong("--more-than: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
