package org.taswiya.cli.shadow;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.billing.BillingProgress;
import org.taswiya.cli.command.ComparedCycleOption;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.RunSettings;
import org.taswiya.run.ShadowKept;
import org.taswiya.run.ShadowKept.StandIn;
import org.taswiya.run.ShadowReport;
import org.taswiya.run.ShadowRun;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya shadow`: new price books beside those in use, over everybody.
@Command(
        name = "shadow",
        description = {
            "Bills a cycle twice on the same readings and estimates, with the price books in use and with new ones,"
                    + " changes no bill, and says who pays more and by how much: in all, by class of customer, by"
                    + " tariff, by the block reached, and how the differences are spread.",
            "",
            "Compared is what the periods of a bill are due, each period priced whole by either book. What was billed"
                    + " before stays as it was billed: a settlement of four months is compared over its four months,"
                    + " not charged with the new prices of all of them at once. Bills of books that no new one"
                    + " replaces are counted apart. Agreements that the new books would hold are counted by reason.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Everybody is compared; some agreements may be held under either book.",
            "1:Taswiya or the machine under it failed; nothing was stored.",
            "2:Wrong usage: a book that is not there, has faults, or cannot stand in for the other.",
            "3:Some agreements failed under either book; they are counted, and all others are compared."
        },
        footer = {
            "",
            "Examples:",
            "  cp utilities/casablanca/tariffs/electricity-household.yaml new.yaml",
            "  ./taswiya shadow --to 2020-08-01 --csv bills.csv \\",
            "      --tariff casablanca/electricity-household=new.yaml",
            "  ./taswiya shadow --to 2020-08-01 --on 2020-08-03 --json \\",
            "      --tariff casablanca/water-household=w.yaml \\",
            "      --tariff casablanca/water-professional=p.yaml | jq .byClass"
        })
public final class ShadowCommand implements Callable<Integer> {
    private static final int HARDEST = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private ComparedCycleOption compared;

    @Option(
            names = "--tariff",
            paramLabel = "OLD=NEW",
            required = true,
            description = "Bill with NEW, a book's id or the path of its file, whatever is billed with OLD, the id of a"
                    + " book in use. May be given for several.")
    private List<String> tariffs = new ArrayList<>();

    @Option(
            names = "--hardest",
            paramLabel = "ACCOUNTS",
            description = "How many of the accounts hit hardest are named, and of those that pay most less. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int hardest = HARDEST;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write a line for each bill: account, agreement, class, tariff, usage, what its periods"
                    + " come to under the old book and the new one, and the difference.")
    private @Nullable Path csv;

    @Option(
            names = "--keep",
            paramLabel = "WHY",
            description = "Also keep what it found, with this reason, to be looked at on the console's pages.")
    private @Nullable String keep;

    @Option(names = "--json", description = "The report as one JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        if (hardest < 0) {
            throw new ParameterException(spec.commandLine(), "--hardest is " + hardest + "; expected 0 or more");
        }
        TariffLibrary library = utility.faultlessLibrary();
        RunSettings settings = compared.settings(utility.policies(), library, "shadow");
        ShadowBooks books;
        ShadowReport report;
        String kept;
        try (Database database = home.open()) {
            utility.requireFaultless(library, database);
            books = books(library);
            report = report(database, settings, books);
            kept = keep(database, settings, books, report);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ShadowJson.of(settings.cycle(), books, report));
        } else {
            new ShadowText(look.look(), settings.cycle(), books)
                    .lines(report, csv)
                    .forEach(out::println);
            if (!kept.isEmpty()) {
                out.println("kept as shadow run " + kept);
            }
        }
        out.flush();
        return report.failed() == 0 ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    /// Its number; empty where nobody wants it kept.
    private String keep(Database database, RunSettings settings, ShadowBooks books, ShadowReport report) {
        if (keep == null || keep.isBlank()) {
            return "";
        }
        Change why = new Change(settings.why().at(), settings.why().author(), keep.strip());
        List<StandIn> standIns = books.pairs().stream()
                .map(pair -> new StandIn(pair.old().id(), pair.named(), pair.renewed()))
                .toList();
        return Long.toString(ShadowKept.keep(database, settings.cycle(), standIns, report, why));
    }

    private ShadowBooks books(TariffLibrary library) {
        try {
            return ShadowBooks.of(tariffs, library);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private ShadowReport report(Database database, RunSettings settings, ShadowBooks books) throws IOException {
        BillingProgress progress = new BillingProgress(spec.commandLine().getErr());
        try (ShadowFile file = ShadowFile.to(csv)) {
            return ShadowRun.execute(database, settings, books.instead(), hardest, progress, file);
        }
    }
}
