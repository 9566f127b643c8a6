package org.taswiya.cli.collector;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.collector.CollectorKeys;
import org.taswiya.store.collector.CollectorSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya collector add`: a key for a collector.
@Command(
        name = "add",
        description = {
            "Gives a collector of the utility's collectors.yaml a key to sign with, and shows it this once: it is"
                    + " kept nowhere. Keys that it has stay good until they are withdrawn.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The key is good from now on.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or the utility has no such collector."
        },
        footer = {"", "Examples:", "  ./taswiya collector add wafacash"})
final class CollectorAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Parameters(paramLabel = "NAME", description = "The collector.")
    private String name = "";

    @Option(names = "--author", paramLabel = "NAME", description = "Who gives it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        utility.collector(name);
        CollectorKeys.NewKey made;
        try (Database database = home.open()) {
            Change why = new Change(Instant.now(), author, "a key for " + name);
            made = CollectorKeys.add(database, name, CollectorSecret.ofOrNew(home.home()), why);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                object.writeStringProperty("id", made.key().id());
                object.writeStringProperty("key", made.text());
            }));
        } else {
            out.println("id   " + made.key().id());
            out.println("key  " + made.text());
            spec.commandLine().getErr().println("The key is shown this once; hand it over by a safe way.");
        }
        out.flush();
        return ExitCode.GOOD;
    }
}
