package org.taswiya.cli.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.pricing.BookRead;
import org.taswiya.cli.pricing.CurveWords;
import org.taswiya.cli.pricing.CurveWords.Named;
import org.taswiya.cli.pricing.HeldOption;
import org.taswiya.cli.workbench.ComparedBooks.ComparedUse;
import org.taswiya.cli.workbench.ComparedBooks.HeldBoth;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.ChangedDay;
import org.taswiya.core.tariff.HeldUse;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.tariff.CurvePicture;
import org.taswiya.deliver.tariff.TextDifference;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.ComparedPeriods.Compared;
import org.taswiya.run.ComparedUses;
import org.taswiya.run.UsesReport;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff compare`: two books on the same uses.
@Command(
        name = "compare",
        description = {
            "Sets two price books side by side, or one as it is on two days: what they state differently, and what the"
                    + " same uses cost under either, with all taxes.",
            "",
            "Of two books each day is told from which on they state something else of each other, unless a day is"
                    + " named. What uses cost is compared as on one day, whatever the days of the uses: compared are"
                    + " prices, not the time between. Uses are usages of a month, a profile, what an account of a home"
                    + " was billed for, or"
                    + " what all of a class were; without any, the usages at which a price changes, and one more.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is told.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such book, a book with faults or without prices on its day, two books that do not price"
                    + " the same, a profile with a fault."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff compare casablanca/electricity-household new.yaml \\",
            "      --usage 150,151,265 --svg both.svg",
            "  ./taswiya tariff compare casablanca/electricity-household new.yaml --text",
            "  ./taswiya tariff compare casablanca/water-household \\",
            "      --old-on 2017-01-01 --on 2024-01-01 --profile months.csv",
            "  ./taswiya tariff compare casablanca/water-household w.yaml \\",
            "      --class household --from 2020-01-01 --json | jq .accounts"
        })
final class TariffCompareCommand implements Callable<Integer> {
    private static final int HARDEST = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private UsesOption uses;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The book in use: an id such as casablanca/water-household, or a book's path.")
    private String old = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NEW",
            description = "The other book. Default: the same one, on another day.")
    private @Nullable String renewed;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day of which the new book counts. Default: the first of its newest version.")
    private @Nullable LocalDate on;

    @Option(
            names = "--old-on",
            paramLabel = "DAY",
            description = "The day of which the old book counts. Default: that of the new one; where both are the same"
                    + " book, the day before its newest version.")
    private @Nullable LocalDate oldOn;

    @Option(
            names = "--more-than",
            paramLabel = "AMOUNT",
            defaultValue = "0",
            description = "Tell of cliffs where the next unit costs more. Default: of all.")
    private String moreThan = "0";

    @Option(
            names = "--hardest",
            paramLabel = "ACCOUNTS",
            description = "How many of the accounts hit hardest are named, and of those that pay most less. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int hardest = HARDEST;

    @Option(names = "--text", description = "Also says what the text of the new book says otherwise, line by line.")
    private boolean text;

    @Mixin
    private HeldOption held;

    @Option(names = "--svg", paramLabel = "FILE", description = "Also draws the prices of both into one file.")
    private @Nullable Path svg;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        uses.requireSense();
        Fraction amount = amount();
        if (hardest < 0) {
            throw wrong("--hardest is " + hardest + "; expected 0 or more");
        }
        ComparedBooks compared = compared();
        if (svg != null) {
            Files.writeString(svg, picture(compared));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CompareJson.of(compared, amount));
        } else {
            new CompareText(look.look(), compared, amount).lines().forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private String picture(ComparedBooks compared) {
        if (compared.curves().isEmpty()) {
            throw wrong("--svg: these prices hang on more than the usage; expected --profile with a column for each"
                    + " thing that either book asks for, or --demand");
        }
        String unit = compared.books().after().unit().symbol();
        List<Named> curves = new ArrayList<>();
        for (HeldBoth curve : compared.curves()) {
            curves.add(new Named(
                    curve.name() + compared.oldName(),
                    PriceCurve.of(curve.both().before())));
            curves.add(new Named(
                    curve.name() + compared.newName(),
                    PriceCurve.of(curve.both().after())));
        }
        return curves.size() == 2
                ? CurvePicture.ofTwo(
                        curves.getFirst().curve(),
                        curves.getLast().curve(),
                        CurveWords.ofTwo(unit, curves.getFirst(), curves.getLast()))
                : CurvePicture.ofEach(
                        curves.stream().map(Named::curve).toList(),
                        CurveWords.ofEach(compared.oldName() + ", and " + compared.newName(), unit, curves));
    }

    private ComparedBooks compared() throws IOException {
        try (Database database = uses.openIfAsked()) {
            return compared(database);
        }
    }

    private ComparedBooks compared(@Nullable Database database) throws IOException {
        TariffLibrary library = database == null ? utilities.folderLibrary() : utilities.library(database);
        Tariff first = BookRead.tariff(spec, library, old);
        String other = renewed == null ? old : renewed;
        Tariff second = renewed == null ? first : BookRead.tariff(spec, library, renewed);
        LocalDate newest = second.versions().getLast().from();
        LocalDate secondOn = on == null ? newest : on;
        LocalDate firstOn = oldOn != null ? oldOn : renewed == null ? newest.minusDays(1) : secondOn;
        BookComparison books = books(first, firstOn, second, secondOn);
        UsesReport report = uses.isOfMany() && database != null
                ? ComparedUses.execute(database, books, uses.whose(first.id()), hardest)
                : null;
        List<Compared> ofAccount =
                uses.isOfAccount() && database != null ? uses.ofAccount(database, first.id(), books) : List.of();
        List<ComparedUse> lines = database == null ? lines(books, secondOn) : ComparedBooks.priced(ofAccount);
        return new ComparedBooks(
                old + " on " + firstOn,
                other + " on " + secondOn,
                books,
                renewed == null || on != null || oldOn != null ? List.of() : ChangedDay.between(first, second),
                text
                        ? TextDifference.of(
                                BookRead.content(spec, library, old), BookRead.content(spec, library, other))
                        : null,
                lines,
                uses.isSummed() ? ComparedBooks.revenue(lines) : Collections.emptySortedMap(),
                report,
                ComparedBooks.unknown(ofAccount),
                ComparedBooks.curves(books, uses.period(secondOn), uses.households(), held(books, secondOn)));
    }

    private List<HeldUse> held(BookComparison books, LocalDate first) throws IOException {
        return books.isOfUsageAlone()
                ? List.of(HeldUse.NOTHING)
                : held.held(books.after(), held.monthOf(uses.profile(), first));
    }

    private BookComparison books(Tariff first, LocalDate firstOn, Tariff second, LocalDate secondOn) {
        try {
            return BookComparison.of(first, firstOn, second, secondOn)
                    .orElseThrow(() -> wrong(
                            (first.versionOn(firstOn).isEmpty()
                                    ? old + " has no prices on " + firstOn
                                    : second.id() + " has no prices on " + secondOn)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// Of usages, or of a profile; of those at which a price changes where nobody says what.
    private List<ComparedUse> lines(BookComparison books, LocalDate day) throws IOException {
        List<PricedUse> asked = uses.uses(day)
                .orElseGet(() -> books.isOfUsageAlone()
                        ? ComparedBooks.atBends(books, uses.period(day), uses.households())
                        : List.of());
        try {
            return ComparedBooks.priced(books, asked);
        } catch (IllegalArgumentException e) { // a use lacks what one of them asks for
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Fraction amount() {
        try {
            return Fraction.of(Decimal.parse(moreThan));
        } catch (NumberFormatException e) {
            throw wrong("--more-than: " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
