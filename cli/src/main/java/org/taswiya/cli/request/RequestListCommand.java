package org.taswiya.cli.request;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WaitingFilter;
import org.taswiya.core.care.RequestState;
import org.taswiya.store.Database;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya request list`: what waits and how long.
@Command(
        name = "list",
        description = {"Lists requests in the order in which they came.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is shown.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no such request."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya request list --open",
            "  ./taswiya request list --late --json | jq -r .account"
        })
final class RequestListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private WaitingFilter which;

    @Mixin
    private TodayOption on;

    @Override
    public Integer call() {
        LocalDate today = on.day();
        List<StoredRequest> found;
        try (Database database = home.open()) {
            found = which.of(
                            Requests.list(database, which.account()).stream(),
                            one -> one.state() == RequestState.OPEN,
                            one -> one.isLate(today))
                    .toList();
        }
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(one -> out.println(which.isJson() ? RequestText.json(one, today) : RequestText.line(one, today)));
        if (found.isEmpty() && !which.isJson()) {
            out.println("No requests.");
        }
        return ExitCode.GOOD;
    }
}
