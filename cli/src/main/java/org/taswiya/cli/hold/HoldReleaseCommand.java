package org.taswiya.cli.hold;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.decision.HoldDecisions;
import org.taswiya.store.decision.HoldDecisions.Decided;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya hold release`: lets bills leave that a check held.
@Command(
        name = "release",
        description = {
            "Releases bills that a check held: the next run issues them whatever the checks find. `bill --released`"
                    + " bills just them, for the cycle that held them. What is held for another reason, such as a"
                    + " reading that is too low, needs a correction instead: it is refused by name, and left among"
                    + " many.",
            "",
            "Releasing the same again changes nothing; killed at any moment, all are released or none.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of them are released.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or one that is named does not wait for a release; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya hold release C1000012 --why \"the pump is new\"",
            "  ./taswiya hold release --from seen.txt --why \"each looked at\" --author Salma",
            "  ./taswiya hold release --all --area Maârif --why \"heat wave\""
        })
final class HoldReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private HoldChoice choice;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be released; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        var agreements = choice.agreements();
        try (Database database = home.open()) {
            Decided decided = HoldDecisions.release(database, agreements, choice.filter(), why.now(), isTrial);
            HoldDecisionText.print(
                    spec.commandLine().getOut(), decided, "released", "need a correction and still wait", isTrial);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
