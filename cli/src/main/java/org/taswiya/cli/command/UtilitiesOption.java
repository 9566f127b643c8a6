package org.taswiya.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.ledger.ChartOfAccounts;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.policy.AdjustmentsParser;
import org.taswiya.intake.policy.AdjustmentsReading;
import org.taswiya.intake.policy.ArrangementsParser;
import org.taswiya.intake.policy.ArrangementsReading;
import org.taswiya.intake.policy.BudgetParser;
import org.taswiya.intake.policy.BudgetReading;
import org.taswiya.intake.policy.CalendarParser;
import org.taswiya.intake.policy.CalendarReading;
import org.taswiya.intake.policy.ChartParser;
import org.taswiya.intake.policy.ChartReading;
import org.taswiya.intake.policy.CollectorsParser;
import org.taswiya.intake.policy.CollectorsReading;
import org.taswiya.intake.policy.ConnectionsParser;
import org.taswiya.intake.policy.ConnectionsReading;
import org.taswiya.intake.policy.DepositsParser;
import org.taswiya.intake.policy.DepositsReading;
import org.taswiya.intake.policy.DunningParser;
import org.taswiya.intake.policy.DunningReading;
import org.taswiya.intake.policy.InterestParser;
import org.taswiya.intake.policy.InterestReading;
import org.taswiya.intake.policy.PaymentLimitsParser;
import org.taswiya.intake.policy.PaymentLimitsReading;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.policy.ProvisionParser;
import org.taswiya.intake.policy.ProvisionReading;
import org.taswiya.intake.policy.ReadingChecksParser;
import org.taswiya.intake.policy.UtilityProfileParser;
import org.taswiya.intake.policy.UtilityProfileReading;
import org.taswiya.intake.policy.ValidationReading;
import org.taswiya.intake.policy.WorkingDaysParser;
import org.taswiya.intake.policy.WorkingDaysReading;
import org.taswiya.intake.source.MappingParser;
import org.taswiya.intake.source.MappingReading;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.store.Database;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the utilities and their price books are.
public final class UtilitiesOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--utilities",
            paramLabel = "FOLDER",
            description =
                    "Folder with one folder per utility. Default: TASWIYA_UTILITIES, else the one of this project.")
    private @Nullable Path folder;

    private boolean isPlainTold;

    /// In which the amounts of a database are; unnamed where no price book is at hand. A command that has been given no
    /// folder and needs none for anything else is not to fail for a word.
    public Currency currency(Database database) {
        return isAnyThere() ? BooksCurrency.of(database, used()) : Currency.UNNAMED;
    }

    /// The same, where there is no database to say whose price books are in use.
    public Currency currency() {
        return isAnyThere() ? BooksCurrency.of(used()) : Currency.UNNAMED;
    }

    private boolean isAnyThere() {
        return folder != null || Files.isDirectory(standard());
    }

    /// The price books below the folder in use, for whoever asks of prices without a home.
    public TariffLibrary folderLibrary() {
        return TariffLibrary.of(used());
    }

    /// The price books in force in a home: those that it has published before the folder's.
    public TariffLibrary library(Database database) {
        return new BooksInForce(database, folderLibrary()).now();
    }

    /// The same, when all books of a utility can be read: one that is left out would fail all whom it bills.
    TariffLibrary faultlessLibrary(String utility) throws IOException {
        Path tariffs = used().resolve(utility).resolve("tariffs");
        List<Path> books = Files.isDirectory(tariffs) ? BookFiles.below(tariffs) : List.of();
        if (books.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no price book in " + tariffs);
        }
        TariffLibrary library = folderLibrary();
        requireFaultless(library, BookFiles.ids(books));
        return library;
    }

    /// Refuses books with faults, named by ids or paths.
    void requireFaultless(TariffLibrary library, List<String> names) {
        BookFaults.first(library, names).ifPresent(fault -> {
            throw new ParameterException(spec.commandLine(), "faulty price book: " + fault);
        });
    }

    /// Who a utility below the folder in use is: known by the name of its folder when it has no such file.
    public UtilityProfile profile(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("utility.yaml");
        if (!Files.isRegularFile(file)) {
            if (!isPlainTold) {
                isPlainTold = true;
                spec.commandLine()
                        .getErr()
                        .println("taswiya: no " + file + ", so papers call the utility '" + utility + "'");
            }
            return UtilityProfile.plain(utility);
        }
        return switch (UtilityProfileParser.parse(utility, file)) {
            case UtilityProfileReading.Read(var profile) -> profile;
            case UtilityProfileReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty utility profile: " + findings.getFirst());
        };
    }

    /// What a utility below the folder in use decides about estimates and settlements.
    public PolicyReading.Read policies(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("policies.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected the utility's policies");
        }
        return switch (PolicyParser.parse(file)) {
            case PolicyReading.Read read -> read;
            case PolicyReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty policies: " + findings.getFirst());
        };
    }

    /// When a utility below the folder in use reads and bills.
    public BillingCalendar calendar(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("calendar.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected the utility's calendar");
        }
        return switch (CalendarParser.parse(file)) {
            case CalendarReading.Read read -> read.calendar();
            case CalendarReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty calendar: " + findings.getFirst());
        };
    }

    /// Under which accounts of its country's chart a utility below the folder in use books.
    public ChartOfAccounts chart(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("ledger.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is not there; expected the utility's chart of accounts");
        }
        return switch (ChartParser.parse(file)) {
            case ChartReading.Read(var chart) -> chart;
            case ChartReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty chart of accounts: " + findings.getFirst());
        };
    }

    /// What a utility below the folder in use has agreed with its collectors, by their names.
    public Map<String, Collector> collectors(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("collectors.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected the utility's collectors");
        }
        return switch (CollectorsParser.parse(file)) {
            case CollectorsReading.Read(var collectors) -> collectors;
            case CollectorsReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty collectors: " + findings.getFirst());
        };
    }

    /// What a utility below the folder in use arranges with those who owe.
    public ArrangementRules arrangements(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("arrangements.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is not there; expected the utility's payment facilities");
        }
        return switch (ArrangementsParser.parse(file)) {
            case ArrangementsReading.Read(var rules) -> rules;
            case ArrangementsReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty payment facilities: " + findings.getFirst());
        };
    }

    /// What budget plans a utility below the folder in use has: none when it has no such file.
    BudgetRules budgets(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("budget.yaml");
        if (!Files.isRegularFile(file)) {
            return new BudgetRules(Map.of());
        }
        return switch (BudgetParser.parse(file)) {
            case BudgetReading.Read(var rules) -> rules;
            case BudgetReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty budget plans: " + findings.getFirst());
        };
    }

    /// What a utility below the folder in use charges for paying late: nothing when it has no such file.
    InterestRules interest(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("interest.yaml");
        if (!Files.isRegularFile(file)) {
            return InterestRules.NONE;
        }
        return switch (InterestParser.parse(file)) {
            case InterestReading.Read(var rules) -> rules;
            case InterestReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty late interest: " + findings.getFirst());
        };
    }

    /// Which debts a utility below the folder in use does not expect: none when it has no such file.
    ProvisionRules provision(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("provision.yaml");
        if (!Files.isRegularFile(file)) {
            return ProvisionRules.NONE;
        }
        return switch (ProvisionParser.parse(file)) {
            case ProvisionReading.Read(var rules) -> rules;
            case ProvisionReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty provision: " + findings.getFirst());
        };
    }

    /// For what a utility below the folder in use adjusts what is owed.
    AdjustmentRules adjustments(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("adjustments.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is not there; expected the utility's adjustments");
        }
        return switch (AdjustmentsParser.parse(file)) {
            case AdjustmentsReading.Read(var rules) -> rules;
            case AdjustmentsReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty adjustments: " + findings.getFirst());
        };
    }

    /// Above what a payment to a utility below the folder in use has to be meant: none when it has no such file.
    PaymentLimits paymentLimits(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("payments.yaml");
        if (!Files.isRegularFile(file)) {
            return PaymentLimits.NONE;
        }
        return switch (PaymentLimitsParser.parse(file)) {
            case PaymentLimitsReading.Read(var limits) -> limits;
            case PaymentLimitsReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty limits of payments: " + findings.getFirst());
        };
    }

    /// What a utility below the folder in use does about what is not paid.
    public DunningRules dunning(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("dunning.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected the utility's dunning");
        }
        return switch (DunningParser.parse(file)) {
            case DunningReading.Read(var rules) -> rules;
            case DunningReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty dunning: " + findings.getFirst());
        };
    }

    /// What deposits a utility below the folder in use asks for: none when it has no such file.
    DepositRules deposits(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("deposits.yaml");
        if (!Files.isRegularFile(file)) {
            return DepositRules.NONE;
        }
        return switch (DepositsParser.parse(file)) {
            case DepositsReading.Read(var rules) -> rules;
            case DepositsReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty deposits: " + findings.getFirst());
        };
    }

    /// To what a utility below the folder in use connects whom.
    ConnectionRules connections(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("connections.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is not there; expected what the utility asks for new connections");
        }
        return switch (ConnectionsParser.parse(file)) {
            case ConnectionsReading.Read(var rules) -> rules;
            case ConnectionsReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty connections: " + findings.getFirst());
        };
    }

    /// When the counters of a utility below the folder in use are open: on all days when it has no such file.
    public WorkingDays workingDays(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("holidays.yaml");
        if (!Files.isRegularFile(file)) {
            return WorkingDays.ALL;
        }
        return switch (WorkingDaysParser.parse(file)) {
            case WorkingDaysReading.Read(var days) -> days;
            case WorkingDaysReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty holidays: " + findings.getFirst());
        };
    }

    /// By what a utility below the folder in use judges readings; null when it has no such file.
    @Nullable ReadingChecks readingChecks(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("validation.yaml");
        if (!Files.isRegularFile(file)) {
            return null;
        }
        return switch (ReadingChecksParser.parse(file)) {
            case ValidationReading.Read(var checks) -> checks;
            case ValidationReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty limits of readings: " + findings.getFirst());
        };
    }

    /// How a utility below the folder in use has the files of a source read.
    SourceMapping mapping(String utility, String source) throws IOException {
        Path folder = used().resolve(utility).resolve("sources");
        if (source.isBlank() || source.startsWith(".") || source.endsWith(".yaml") || source.matches(".*[/\\\\].*")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + source + "' is no name of a mapping, which is that of its file in " + folder
                            + " without .yaml; the mappings are: " + String.join(", ", names(folder)));
        }
        Path file = folder.resolve(source + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is not there; the mappings are: " + String.join(", ", names(folder)));
        }
        return switch (MappingParser.parse(file)) {
            case MappingReading.Read read -> read.mapping();
            case MappingReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty mapping: " + findings.getFirst());
        };
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of("none");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    Path used() {
        Path used = folder == null ? standard() : folder;
        if (!Files.isDirectory(used)) {
            throw new ParameterException(
                    spec.commandLine(), used + " is no folder of utilities; name one with --utilities FOLDER");
        }
        return used;
    }

    /// The launcher tells in `taswiya.root` where the project lies.
    private static Path standard() {
        String named = System.getenv("TASWIYA_UTILITIES");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("taswiya.root", "."), "utilities")
                : Path.of(named);
    }
}
