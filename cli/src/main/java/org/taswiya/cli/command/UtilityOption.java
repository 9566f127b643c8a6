package org.taswiya.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.budget.BudgetRules;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.ledger.ChartOfAccounts;
import org.taswiya.core.message.MessageRules;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.policy.MessagesParser;
import org.taswiya.intake.policy.MessagesReading;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.policy.PrivacyParser;
import org.taswiya.intake.policy.PrivacyReading;
import org.taswiya.intake.policy.RequestsParser;
import org.taswiya.intake.policy.RequestsReading;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.store.Database;
import org.taswiya.store.run.RunTariffs;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which utility a command works for: whose policies, calendar and mappings hold. The price books in use are those of
/// all utilities, since an agreement names its tariff with its utility.
public final class UtilityOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--utility",
            paramLabel = "NAME",
            description = "Whose policies, calendar and mappings hold: policies.yaml, calendar.yaml and sources/ in its"
                    + " folder below the utilities. Default: ${DEFAULT-VALUE}.")
    private String utility = "casablanca";

    /// The name of its folder.
    public String name() {
        return utility;
    }

    /// The folder of all utilities.
    public Path folder() {
        return utilities.used();
    }

    /// In which the amounts of a database are.
    public Currency currency(Database database) {
        return utilities.currency(database);
    }

    /// What it has agreed with its collectors, by their names.
    public Map<String, Collector> collectors() throws IOException {
        return utilities.collectors(utility);
    }

    /// What it has agreed with one of them.
    public Collector collector(String named) throws IOException {
        Map<String, Collector> collectors = collectors();
        Collector collector = collectors.get(named);
        if (collector == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    utility + " has no collector " + named + "; it has "
                            + String.join(", ", new TreeSet<>(collectors.keySet())));
        }
        return collector;
    }

    /// The price books in force in a home.
    public TariffLibrary library(Database database) {
        return utilities.library(database);
    }

    /// The same for whoever goes on for long, and asks for them anew.
    public BooksInForce books(Database database) {
        return new BooksInForce(database, utilities.folderLibrary());
    }

    /// The books of the folder for whoever bills: refused when a price book of the utility has a fault, or it has none.
    public TariffLibrary faultlessLibrary() throws IOException {
        return utilities.faultlessLibrary(utility);
    }

    /// Lets the books that a home has published stand before those of the folder, and refuses books with faults that
    /// agreements name, of whatever utility they are.
    public void requireFaultless(TariffLibrary library, Database database) {
        utilities.requireFaultless(new BooksInForce(database, library).now(), RunTariffs.named(database));
    }

    /// Who it is.
    public UtilityProfile profile() throws IOException {
        return utilities.profile(utility);
    }

    /// What it decides about estimates, settlements and bills before they leave.
    public PolicyReading.Read policies() throws IOException {
        return utilities.policies(utility);
    }

    /// How files of one of its sources are read.
    public SourceMapping mapping(String source) throws IOException {
        return utilities.mapping(utility, source);
    }

    /// By what it judges readings that come in; null when it has no such file, so that none are doubted.
    public @Nullable ReadingChecks readingChecks() throws IOException {
        return utilities.readingChecks(utility);
    }

    /// The same for what a person lets count: that is not doubted, but customers may have to be told, and what was read
    /// since is judged anew.
    public ReadingChecks alarmLimits() throws IOException {
        ReadingChecks checks = readingChecks();
        return checks == null ? ReadingChecks.NONE : checks;
    }

    /// Under which accounts of its country's chart it books.
    public ChartOfAccounts chart() throws IOException {
        return utilities.chart(utility);
    }

    /// What it arranges with those who owe.
    public ArrangementRules arrangements() throws IOException {
        return utilities.arrangements(utility);
    }

    /// What it arranges with those who owe: nothing where it has no such file.
    public ArrangementRules arrangementsIfAny() throws IOException {
        return Files.isRegularFile(utilities.used().resolve(utility).resolve("arrangements.yaml"))
                ? arrangements()
                : new ArrangementRules(Map.of());
    }

    /// What budget plans it has.
    public BudgetRules budgets() throws IOException {
        return utilities.budgets(utility);
    }

    /// What it charges for paying late.
    public InterestRules interest() throws IOException {
        return utilities.interest(utility);
    }

    /// Which debts it does not expect to be paid.
    public ProvisionRules provision() throws IOException {
        return utilities.provision(utility);
    }

    /// For what it adjusts what is owed.
    public AdjustmentRules adjustments() throws IOException {
        return utilities.adjustments(utility);
    }

    /// What customers may ask for: nothing when it has no such file.
    public RequestRules requestsIfAny() throws IOException {
        Path file = utilities.used().resolve(utility).resolve("requests.yaml");
        if (!Files.isRegularFile(file)) {
            return RequestRules.NONE;
        }
        return switch (RequestsParser.parse(file)) {
            case RequestsReading.Read(var rules) -> rules;
            case RequestsReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty requests: " + findings.getFirst());
        };
    }

    /// What deposits it asks for.
    public DepositRules deposits() throws IOException {
        return utilities.deposits(utility);
    }

    /// What it has decided about its messages: nothing when it has no such file.
    public MessageRules messages() throws IOException {
        Path its = utilities.used().resolve(utility);
        if (!Files.isDirectory(its)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no utility " + utility + ": " + its + " is no folder");
        }
        Path file = its.resolve("messages.yaml");
        if (!Files.isRegularFile(file)) {
            return MessageRules.NONE;
        }
        return switch (MessagesParser.parse(file)) {
            case MessagesReading.Read(var rules) -> rules;
            case MessagesReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty rules for messages: " + findings.getFirst());
        };
    }

    /// To what it connects whom, and what it asks for that.
    public ConnectionRules connections() throws IOException {
        return utilities.connections(utility);
    }

    /// Above what a person has to say that a payment is meant.
    public PaymentLimits paymentLimits() throws IOException {
        return utilities.paymentLimits(utility);
    }

    /// What it does about what is not paid.
    public DunningRules dunning() throws IOException {
        return utilities.dunning(utility);
    }

    /// How long it keeps what it knows of people.
    public PrivacyRules privacy() throws IOException {
        Path file = utilities.used().resolve(utility).resolve("privacy.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + " is not there; expected how long the utility keeps what it knows of people");
        }
        return switch (PrivacyParser.parse(file)) {
            case PrivacyReading.Read(var rules) -> rules;
            case PrivacyReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty terms of privacy: " + findings.getFirst());
        };
    }

    /// When its counters are open.
    public WorkingDays workingDays() throws IOException {
        return utilities.workingDays(utility);
    }

    /// When it reads and bills.
    public BillingCalendar calendar() throws IOException {
        return utilities.calendar(utility);
    }
}
