package org.taswiya.cli.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.pricing.BookRead;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.Assumed;
import org.taswiya.core.tariff.BookComparison;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.RatingWriter;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.ComparedPeriods.Compared;
import org.taswiya.run.ComparedPeriods.Priced;
import org.taswiya.run.ComparedPeriods.Unknown;
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
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `taswiya tariff try`: the bills of a book that nobody is billed by yet.
@Command(
        name = "try",
        description = {
            "Shows the bills that would come of a price book, line by line: of usages, of a profile, or of what an"
                    + " account of a home was billed for; of a class what they would come to together, part by part.",
            "",
            "The book counts as it is on one day, whatever the days of the uses. Nothing is stored.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All is told.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such book, a book with faults or without prices on its day, a profile with a fault."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff try new.yaml --usage 265",
            "  ./taswiya tariff try new.yaml --profile months.csv --json | jq .total",
            "  ./taswiya tariff try new.yaml --account 1000000041 --from 2020-01-01",
            "  ./taswiya tariff try new.yaml --class household"
        })
final class TariffTryCommand implements Callable<Integer> {
    private static final int USAGE_DECIMALS = 3;
    private static final JsonFactory FACTORY = new JsonFactory();

    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private UsesOption uses;

    @Parameters(paramLabel = "BOOK", description = "An id such as casablanca/water-household, or a book's path.")
    private String book = "";

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day of which the book counts. Default: the first of its newest version.")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "One JSON object a bill, one a line.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        uses.requireSense();
        try (Database database = uses.openIfAsked()) {
            write(database);
        }
        return ExitCode.GOOD;
    }

    private void write(@Nullable Database database) throws IOException {
        TariffLibrary library = database == null ? utilities.folderLibrary() : utilities.library(database);
        Tariff tariff = BookRead.tariff(spec, library, book);
        LocalDate day = on == null ? tariff.versions().getLast().from() : on;
        Tariff asOn = tariff.asOn(day).orElseThrow(() -> wrong(book + " has no prices on " + day));
        PrintWriter out = spec.commandLine().getOut();
        if (database != null && !json) {
            out.println("prices as on " + day + ", whatever the days of the bills");
            out.println();
        }
        if (database == null) {
            writeEach(asOn, day, out);
        } else if (uses.isOfMany()) {
            writeTogether(database, asOn, out);
        } else {
            writeOfAccount(database, asOn, day, out);
        }
        out.flush();
    }

    private void writeOfAccount(Database database, Tariff tariff, LocalDate day, PrintWriter out) {
        TryText text = new TryText(look.look(), tariff.currency());
        List<Compared> periods = uses.ofAccount(database, tariff.id(), new BookComparison(tariff, tariff));
        for (Compared period : periods) {
            PricedUse use = UsesOption.named(period.use());
            switch (period) {
                case Priced priced -> say(use, day, priced.twice().after(), priced.assumed(), text, out);
                case Unknown unknown -> {
                    if (json) {
                        spec.commandLine()
                                .getErr()
                                .println("taswiya: left out: " + use.name() + ": "
                                        + unknown.lack().found());
                    } else {
                        out.println("left out: " + use.name() + ": "
                                + unknown.lack().found());
                        out.println();
                    }
                }
            }
        }
        if (!json && periods.size() > 1) {
            text.together().forEach(out::println);
        }
    }

    private void say(
            PricedUse use, LocalDate day, Rating rating, List<Assumed> assumed, TryText text, PrintWriter out) {
        if (json) {
            out.println(json(use, day, rating, assumed));
        } else {
            text.bill(use, rating, assumed).forEach(out::println);
        }
    }

    private void writeEach(Tariff tariff, LocalDate day, PrintWriter out) throws IOException {
        List<PricedUse> asked = uses.uses(day)
                .orElseThrow(() -> wrong("nothing to try the book on; expected --usage, --profile, --account, --class"
                        + " or --everybody"));
        TryText text = new TryText(look.look(), tariff.currency());
        for (PricedUse use : asked) {
            ResolvedTariff resolved = tariff.resolve(use.period(), use.households());
            say(use, day, rated(resolved, use), Assumed.of(resolved, use.use()), text, out);
        }
        if (!json && asked.size() > 1 && uses.isSummed()) {
            text.together().forEach(out::println);
        }
    }

    private Rating rated(ResolvedTariff resolved, PricedUse use) {
        try {
            return resolved.rate(use.use());
        } catch (IllegalArgumentException e) { // it lacks what the book asks for
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String json(PricedUse use, LocalDate day, Rating rating, List<Assumed> assumed) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("use", use.name());
            json.writeStringProperty("from", use.period().from().toString());
            json.writeStringProperty("to", use.period().to().toString());
            json.writeStringProperty("pricesOn", day.toString());
            json.writeStringProperty("usage", use.use().usage().toCanonicalText(USAGE_DECIMALS));
            if (rating.usage().compareTo(use.use().usage()) != 0) {
                json.writeStringProperty("netted", rating.usage().toCanonicalText(USAGE_DECIMALS));
            }
            new RatingWriter(json).write(rating);
            if (!assumed.isEmpty()) {
                json.writeObjectPropertyStart("assumed");
                assumed.forEach(one -> json.writeStringProperty(
                        one.determinant().code(), one.value().toString()));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return line.toString();
    }

    private void writeTogether(Database database, Tariff tariff, PrintWriter out) {
        BookComparison itself = new BookComparison(tariff, tariff);
        UsesReport report = ComparedUses.execute(database, itself, uses.whose(tariff.id()), 0);
        if (json) {
            ComparedBooks alone = new ComparedBooks(
                    book, book, itself, List.of(), null, List.of(), report.revenue(), report, List.of(), List.of());
            out.println(CompareJson.of(alone, Fraction.ZERO));
        } else {
            new TryText(look.look(), tariff.currency()).together(report).forEach(out::println);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
