package org.taswiya.cli.request;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.request.StoredRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya request show`: one request.
@Command(
        name = "show",
        description = {"Shows a request in the customer's words, with all that became of it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such request."
        },
        footer = {"", "Examples:", "  ./taswiya request show 17", "  ./taswiya request show 17 --json | jq"})
final class RequestShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "REQUEST", description = "Its number, as request list shows it.")
    private long number;

    @Option(names = "--json", description = "As JSON, one object a line.")
    private boolean json;

    @Mixin
    private TodayOption on;

    @Override
    public Integer call() {
        StoredRequest found;
        try (Database database = home.open()) {
            found = RequestText.find(spec, database, number);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(RequestText.json(found, on.day()));
        } else {
            RequestText.all(found, on.day()).forEach(out::println);
        }
        return ExitCode.GOOD;
    }
}
