package org.taswiya.cli.connection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationDecisions;
import org.taswiya.store.connection.ApplicationDecisions.Applicant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya connection apply`: somebody applies.
@Command(
        name = "apply",
        description = {
            "Writes down that somebody applies for a new connection to one or more services at one place."
                    + " Somebody who has no account yet applies with a name and a class; the account is said when they"
                    + " agree to the quote. A place that the books do not have is named by its address.",
            "",
            "The documents that are asked for are those of the utility's connections.yaml on that day.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is received; accepted at once where all documents are there.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility's rules have a fault; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection apply --account 1204551837 --premise L100012 \\",
            "    --service water --service sanitation --why \"form of 2 June\"",
            "  ./taswiya connection apply --name \"Samira Alami\" --class household \\",
            "    --address \"12, rue Atlas, Anfa\" --service electricity \\",
            "    --document identity --document title --why \"counter 3\""
        })
final class ConnectionApplyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Who applies and is billed.")
    private @Nullable String account;

    @Option(names = "--name", paramLabel = "NAME", description = "Who applies and has no account yet.")
    private @Nullable String name;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Of whoever has no account yet: household, professional or municipality.")
    private @Nullable CustomerClass customerClass;

    @Option(names = "--premise", paramLabel = "PREMISE", description = "The place.")
    private @Nullable String premise;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "The place, where the books do not have it.")
    private @Nullable String address;

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            required = true,
            description = "To what; once for each service.")
    private List<String> services = new ArrayList<>();

    @Option(
            names = "--document",
            paramLabel = "DOCUMENT",
            description = "The code of a document that came with it; once for each.")
    private List<String> documents = new ArrayList<>();

    @Mixin
    private StepOptions step;

    @Override
    public Integer call() throws IOException {
        Applicant who = applicant();
        ConnectionRules rules = utility.connections();
        try (Database database = home.open()) {
            return step.say(
                    ApplicationDecisions.apply(
                            database,
                            who,
                            List.copyOf(new LinkedHashSet<>(services)),
                            new TreeSet<>(documents),
                            rules,
                            step.writing()),
                    utility.currency(database));
        }
    }

    private Applicant applicant() {
        if ((account == null) == (name == null) || (name == null) != (customerClass == null)) {
            throw new ParameterException(spec.commandLine(), "say --account, or --name and --class");
        }
        if ((premise == null) == (address == null)) {
            throw new ParameterException(spec.commandLine(), "say one of --premise and --address");
        }
        if (name != null && name.isBlank() || address != null && address.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--name and --address need some text");
        }
        return new Applicant(account, name, customerClass, premise, address);
    }
}
