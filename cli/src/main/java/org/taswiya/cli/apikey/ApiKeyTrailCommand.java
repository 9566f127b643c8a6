package org.taswiya.cli.apikey;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.api.ApiTrail;
import org.taswiya.store.api.ApiTrail.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya api-key trail`: what one was used for.
@Command(
        name = "trail",
        description = {
            "Shows the last two hundred requests of a key, the newest first: when, what, of which account, and how it"
                    + " was answered.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:They are shown.", "1:Taswiya or the machine under it failed.", "2:Wrong usage."},
        footer = {"", "Examples:", "  ./taswiya api-key trail 7"})
final class ApiKeyTrailCommand implements Callable<Integer> {
    private static final int SHOWN = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "KEY", description = "Its number, as api-key list shows it.")
    private long key;

    @Override
    public Integer call() {
        List<Request> newest;
        try (Database database = home.openBeside()) {
            newest = ApiTrail.newest(database, key, SHOWN);
            if (newest.isEmpty() && ApiKeys.list(database).stream().noneMatch(one -> one.id() == key)) {
                throw new ParameterException(spec.commandLine(), "There is no key " + key + ". See api-key list.");
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        newest.forEach(request -> out.println(request.at() + "  " + request.operation() + "  "
                + (request.account() == null ? "-" : request.account()) + "  " + request.status()));
        out.flush();
        return ExitCode.GOOD;
    }
}
