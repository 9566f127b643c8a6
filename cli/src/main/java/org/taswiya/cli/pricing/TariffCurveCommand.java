package org.taswiya.cli.pricing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
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
            "Amounts are unrounded and printed with 4 decimals; a duty on a way of paying is not in them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is told.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such book, a book with faults, or days on which it has no prices."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff curve casablanca/electricity-household",
            "  ./taswiya tariff curve my-book.yaml --from 2025-01-01 --svg curve.svg",
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
        if (!tariff.in(period).isOfUsageAlone()) {
            throw wrong(tariff.id() + " prices time bands or demand; expected a book whose prices hang on usage alone");
        }
        PriceCurve curve = PriceCurve.of(tariff.resolve(period, households));
        CurveText text = new CurveText(tariff, period, curve, Fraction.of(amount()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            text.writeJson(out);
        } else {
            text.write(out);
        }
        if (svg != null) {
            String title = tariff.id() + ", " + period.from() + " to " + period.to();
            Files.writeString(
                    svg,
                    CurvePicture.of(curve, CurveWords.of(title, tariff.unit().symbol(), curve)));
        }
        out.flush();
        return ExitCode.GOOD;
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
