package org.taswiya.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.document.CheckedDocument;
import org.taswiya.cli.document.CheckedDocumentText;
import org.taswiya.cli.document.DocumentCheck;
import org.taswiya.intake.history.HistoryFault;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya demo`: spring 2020 in Casablanca, from two years of readings to the settlement.
@Command(
        name = "demo",
        description = {
            "Plays spring 2020 in Casablanca: two years of readings, three months in which nobody reads a meter"
                    + " and bills"
                    + " rest on estimates, then the reading of June, which settles them month by month.",
            "",
            "Customers are synthetic and repeatable: the same seed gives the same bills, documents and ledger, byte for"
                    + " byte. With --histories the meters of a file of real consumption take their place; its last"
                    + " March to"
                    + " May is then what nobody reads.",
            "",
            "The home is filled anew; a home that anything else made is left alone.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All was played, and everything checked holds.",
            "1:Taswiya or the machine under it failed, or something checked does not hold.",
            "2:Wrong usage: a home that no demo made, or a file that is no history."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya demo",
            "  ./taswiya demo --accounts 200 --seed 7 --home /tmp/demo",
            "  ./taswiya demo --year",
            "  ./taswiya demo --histories usage.csv.gz --service water"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String UTILITY = "casablanca";

    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many customers, or with --histories how many meters at most. Default: ${DEFAULT-VALUE}.")
    private int accounts;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "2020",
            description = "Another number, another town. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--histories",
            paramLabel = "FILE|FOLDER",
            description = "Real consumption, CSV or gzip with the header meter,class,from,to,quantity; of a folder its"
                    + " usage.csv.gz or usage.csv.")
    private @Nullable Path histories;

    @Option(
            names = "--service",
            paramLabel = "electricity|water",
            description = "What the file of --histories is about. Default: water when its path says so, else"
                    + " electricity.")
    private @Nullable String service;

    @Option(
            names = "--year",
            description = "Also play the money of the last year: payments by every means, cheques that bounce,"
                    + " reminders, instalments, what collectors remit and the close of each month; it ends with the"
                    + " trial balance. Not with --histories.")
    private boolean isYear;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "The home to fill. Default: TASWIYA_HOME, else .taswiya in the current folder.")
    private @Nullable Path home;

    @Option(names = "--no-color", description = "No colours. They are left out anyway where nobody sees them.")
    private boolean noColor;

    @Override
    public Integer call() throws IOException {
        histories = histories == null ? null : historiesAt(histories);
        requireSense();
        TariffLibrary library = utilities.folderLibrary();
        DocumentCheck documents = new DocumentCheck(library::read);
        Demo.Order order = new Demo.Order(
                accounts,
                seed,
                histories,
                service,
                homeToFill(),
                library,
                utilities.policies(UTILITY),
                utilities.profile(UTILITY),
                noColor,
                isYear ? rules() : null,
                file -> faults(documents.check(file)));
        PrintWriter out = spec.commandLine().getOut();
        try {
            return Demo.play(order, out, new PrintStream(System.err, true)) ? ExitCode.GOOD : ExitCode.FAILED;
        } catch (HistoryFault fault) {
            throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()), fault);
        }
    }

    private MoneyYear.Rules rules() throws IOException {
        return new MoneyYear.Rules(
                utilities.arrangements(UTILITY),
                utilities.workingDays(UTILITY),
                utilities.dunning(UTILITY),
                utilities.collectors(UTILITY),
                utilities.chart(UTILITY));
    }

    private static List<String> faults(CheckedDocument checked) {
        return checked.isEqual() ? List.of() : CheckedDocumentText.faults(checked);
    }

    /// The file in a folder that is named after its set, as data sets lie.
    static Path historiesAt(Path fileOrFolder) {
        return Stream.of("usage.csv.gz", "usage.csv")
                .map(fileOrFolder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(fileOrFolder);
    }

    private void requireSense() {
        if (accounts < 1 || accounts > Demo.ACCOUNTS_MOST || (histories == null && accounts < Demo.ACCOUNTS_LEAST)) {
            throw wrong("--accounts " + accounts + ": expected " + Demo.ACCOUNTS_LEAST + " to " + Demo.ACCOUNTS_MOST
                    + (histories == null ? ", so that every kind of customer is met" : ""));
        }
        if (histories != null && (!Files.isReadable(histories) || Files.isDirectory(histories))) {
            throw wrong(histories + " cannot be read; expected a file with the header meter,class,from,to,quantity");
        }
        if (isYear && histories != null) {
            throw wrong("--year is played by the customers of the story, not with --histories");
        }
        if (service != null && !List.of("electricity", "water").contains(service)) {
            throw wrong("--service " + service + ": expected electricity or water");
        }
    }

    private Home homeToFill() {
        Home used = Home.inUse(home);
        if (!used.exists() && !used.isFree()) {
            throw wrong(used + " is not empty and no home of Taswiya. Name another with --home FOLDER.");
        }
        if (used.exists() && !used.madeBy().orElse("").equals("demo")) {
            throw wrong(used + " was made by " + used.madeBy().orElse("something else")
                    + ", and the demo replaces only a home that a demo made. Name another with --home FOLDER.");
        }
        return used;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
