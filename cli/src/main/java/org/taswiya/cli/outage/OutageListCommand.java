package org.taswiya.cli.outage;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.Outages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya outage list`: all of them.
@Command(
        name = "list",
        description = {"Shows outages as they stand, in the order in which they were planned.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:They are shown.", "1:Taswiya or the machine under it failed.", "2:Wrong usage."},
        footer = {"", "Examples:", "  ./taswiya outage list", "  ./taswiya outage list --open"})
final class OutageListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--open", description = "Only those that are neither over nor called off.")
    private boolean isOpen;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Outage> all;
        try (Database database = home.open()) {
            all = Outages.list(database);
        }
        all.stream()
                .filter(outage -> !isOpen || !outage.now().state().isOver())
                .forEach(outage -> out.println(OutageText.line(outage)));
        out.flush();
        return ExitCode.GOOD;
    }
}
