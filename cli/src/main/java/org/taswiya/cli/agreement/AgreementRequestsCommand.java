package org.taswiya.cli.agreement;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.MoveOutRequest;
import org.taswiya.store.agreement.MoveOutRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya agreement requests`: who has said that they move out.
@Command(
        name = "requests",
        description = {
            "Lists the agreements that their customers want to end and nobody has ended yet, whoever goes first first."
                    + " `agreement move-out` ends one, on or after the day.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement requests",
            "  ./taswiya agreement requests --json | jq -r .agreement"
        })
final class AgreementRequestsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        List<MoveOutRequest> waiting;
        try (Database database = home.open()) {
            waiting = MoveOutRequests.waiting(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (MoveOutRequest one : waiting) {
            out.println(json ? object(one) : line(one));
        }
        if (waiting.isEmpty() && !json) {
            out.println("Nobody waits.");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static String line(MoveOutRequest one) {
        return one.agreement() + " of account " + one.account() + " on " + one.on() + ", asked for on " + one.askedOn();
    }

    private static String object(MoveOutRequest one) {
        return JsonLine.object(json -> {
            json.writeStringProperty("agreement", one.agreement());
            json.writeStringProperty("account", one.account());
            json.writeStringProperty("on", one.on().toString());
            json.writeStringProperty("askedOn", one.askedOn().toString());
        });
    }
}
