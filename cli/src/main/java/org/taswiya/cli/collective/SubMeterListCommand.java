package org.taswiya.cli.collective;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.collective.SubMeter;
import org.taswiya.store.collective.SubMeters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya sub-meter list`: the meters behind a main meter.
@Command(
        name = "list",
        description = {"Lists the meters that have ever stood behind a main meter, and when.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are shown; there may be none.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya sub-meter list E1",
            "  ./taswiya sub-meter list E1 --json | jq .[].share"
        })
final class SubMeterListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "POINT", description = "The usage point of the main meter.")
    private String main = "";

    @Option(names = "--json", description = "One JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        List<SubMeter> behind;
        try (Database database = home.open()) {
            behind = SubMeters.behind(database, main);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(SharingJson.list(behind));
        } else {
            behind.forEach(one -> out.println(one.sub() + "  share " + one.share() + ", from " + one.from()
                    + (one.to() == null ? "" : " to " + one.to())));
            if (behind.isEmpty()) {
                out.println("no sub-meter behind " + main);
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
