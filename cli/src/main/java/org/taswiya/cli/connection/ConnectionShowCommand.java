package org.taswiya.cli.connection;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.connection.Quote;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.connection.Applications;
import org.taswiya.store.connection.StoredApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya connection show`: one application with all that happened to it.
@Command(
        name = "show",
        description = {
            "Shows an application for a new connection: its documents by their names, its quote item by item, and every"
                    + " step with its day, author and note.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection show NC0000000042",
            "  ./taswiya connection show NC0000000042 --lang ar",
            "  ./taswiya connection show NC0000000042 --json | jq .steps"
        })
final class ConnectionShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private LanguageOption language;

    @Parameters(paramLabel = "NUMBER", description = "The application, as NC0000000042.")
    private String number = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ConnectionRules rules = utility.connections();
        StoredApplication found;
        Currency currency;
        try (Database database = home.open()) {
            found = Applications.of(database, number)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no application " + number));
            currency = utility.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                ConnectionText.application(object, found);
                ConnectionText.steps(object, found);
            }));
        } else {
            print(out, found, rules, currency);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void print(PrintWriter out, StoredApplication of, ConnectionRules rules, Currency currency) {
        out.println(ConnectionText.line(of, currency));
        for (String document : of.asked()) {
            out.println("  " + (of.there().contains(document) ? "there    " : "missing  ") + document
                    + name(document, rules));
        }
        StoredApplication.Quoted quoted = of.quote();
        if (quoted != null) {
            for (Quote.Line line : quoted.quote().lines()) {
                out.println("  quoted   " + line.service() + " " + line.item() + ": " + currency.money(line.net())
                        + " and tax of " + currency.money(line.tax()));
            }
            out.println("  quoted   in all " + currency.money(quoted.quote().total()) + ", to " + quoted.validTo());
        }
        for (StoredApplication.Step step : of.steps()) {
            List<String> documents = step.documents();
            out.println("  " + step.on() + " " + step.step().code()
                    + (documents.isEmpty() ? "" : " " + String.join(", ", documents)) + ": "
                    + step.to().code() + ", by "
                    + step.change().author() + ": " + step.change().reason());
        }
    }

    /// What applicants call a document; nothing where the rules have it no longer.
    private String name(String document, ConnectionRules rules) {
        String name = rules.documents()
                .getOrDefault(document, Map.of())
                .getOrDefault(language.language().code(), "");
        return name.isEmpty() ? "" : ": " + name;
    }
}
