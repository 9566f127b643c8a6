package org.taswiya.cli.handset;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.handset.Handsets.KnownHandset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya handset list`: all of them.
@Command(
        name = "list",
        description = {
            "Shows every handset, the newest first: whose it is, whether it is open, when a round was last put on it,"
                    + " when something last came from it. Of one that is locked, whether it has asked since, and was"
                    + " told to erase what it has.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:They are shown.", "1:Taswiya or the machine under it failed.", "2:Wrong usage."},
        footer = {"", "Examples:", "  ./taswiya handset list"})
final class HandsetListCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        List<KnownHandset> all;
        try (Database database = home.open()) {
            all = Handsets.all(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-8s  %-20s  %-8s  %-16s  %-16s  %s%n", "HANDSET", "READER", "STATE", "ROUND", "HEARD", "");
        all.forEach(known -> out.printf(
                "%-8s  %-20s  %-8s  %-16s  %-16s  %s%n",
                known.handset().id(),
                known.handset().reader(),
                state(known),
                at(known.handedOut()),
                at(known.heard()),
                rest(known)));
        if (all.isEmpty()) {
            out.println("No reader has signed in on a handset yet.");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static String state(KnownHandset known) {
        if (known.handset().isOpen()) {
            return "open";
        }
        return known.locked() == null ? "closed" : "locked";
    }

    private static String rest(KnownHandset known) {
        String erased = known.erased() == null ? "" : "told to erase " + at(known.erased());
        String setAside = known.setAside() == 0
                ? ""
                : String.format(Locale.ROOT, "%s%d set aside", erased.isEmpty() ? "" : ", ", known.setAside());
        return erased + setAside;
    }

    private static String at(@Nullable Instant moment) {
        return moment == null ? "-" : MINUTE.format(moment.atZone(ZoneId.systemDefault()));
    }
}
