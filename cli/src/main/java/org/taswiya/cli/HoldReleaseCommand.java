package org.taswiya.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.billing.Holds;
import org.taswiya.store.billing.Holds.OpenHold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya hold release`: lets bills leave that a check held.
@Command(
        name = "release",
        description = {
            "Releases bills that a check held: the next run issues them whatever the checks find. `bill --released`"
                    + " bills just them, for the cycle that held them. What is held for another reason, such as a"
                    + " reading that is too low, needs a correction instead and is refused.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:All of them are released.", "2:Wrong usage, or one of them does not wait for a release."},
        footer = {
            "",
            "Examples:",
            "  ./taswiya hold release C1000012 --reason \"the pump is new\"",
            "  ./taswiya hold release --all above-usual --reason \"heat wave\""
        })
final class HoldReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "AGREEMENT", arity = "0..*", description = "Agreements to release.")
    private List<String> agreements = new ArrayList<>();

    @Option(
            names = "--all",
            paramLabel = "CODE",
            description = "All that wait for this reason, as `hold list` names it.")
    private @Nullable String code;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; kept with the release.")
    private String reason = "";

    @Option(names = "--author", paramLabel = "NAME", description = "Who decided it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    @Override
    public Integer call() {
        if (agreements.isEmpty() == (code == null)) {
            throw new ParameterException(spec.commandLine(), "name agreements, or a reason with --all");
        }
        List<String> released;
        try (Database database = home.open()) {
            released = chosen(Holds.open(database));
            Holds.release(database, released, new Change(Instant.now(), author, reason));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(released.size() + " released");
        out.flush();
        return Taswiya.GOOD;
    }

    private List<String> chosen(List<OpenHold> open) {
        Set<String> wanted = new HashSet<>(agreements);
        List<String> chosen = new ArrayList<>();
        for (OpenHold hold : open) {
            if (!hold.isReleased()
                    && (wanted.remove(hold.agreement()) || hold.reason().equals(code))) {
                chosen.add(requireCheck(hold));
            }
        }
        if (!wanted.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), String.join(", ", wanted) + " is not held, or is released already");
        }
        return chosen;
    }

    private String requireCheck(OpenHold hold) {
        if (!HoldReason.ofCode(hold.reason()).map(HoldReason::isCheck).orElse(false)) {
            throw new ParameterException(
                    spec.commandLine(),
                    hold.agreement() + " is held for " + hold.reason() + ", which needs a correction: " + hold.found());
        }
        return hold.agreement();
    }
}
