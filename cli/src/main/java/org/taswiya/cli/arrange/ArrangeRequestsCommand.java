package org.taswiya.cli.arrange;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.InstalmentRequest;
import org.taswiya.store.arrangement.InstalmentRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya arrange requests`: what customers have asked for at the online agency.
@Command(
        name = "requests",
        description = {
            "Lists what customers have asked for by themselves and nobody has decided yet, the first ones first. An"
                    + " `arrange grant` or `arrange refuse` for the account decides it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya arrange requests",
            "  ./taswiya arrange requests --json | jq -r .account"
        })
final class ArrangeRequestsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<InstalmentRequest> waiting;
        try (Database database = home.openBeside()) {
            waiting = InstalmentRequests.waiting(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (InstalmentRequest one : waiting) {
            out.println(
                    json
                            ? JsonLine.object(object -> {
                                object.writeNumberProperty("request", one.number());
                                object.writeStringProperty("account", one.account());
                                object.writeNumberProperty("months", one.months());
                                object.writeStringProperty(
                                        "askedOn", one.askedOn().toString());
                            })
                            : one.account() + "  " + one.months() + " instalments, asked for on " + one.askedOn());
        }
        if (waiting.isEmpty() && !json) {
            out.println("Nobody waits.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
