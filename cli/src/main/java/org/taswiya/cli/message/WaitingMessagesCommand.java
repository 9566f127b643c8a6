package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What a person decides about messages that wait: those named, or all.
abstract class WaitingMessagesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "As `deliver list` numbers them. Default: all.")
    private List<Long> ids = new ArrayList<>();

    @Mixin
    private WhyOption why;

    /// @return how many it has become true of
    abstract int decide(Database database, List<Long> messages, Change change);

    /// What has become of them, after their number.
    abstract String done();

    @Override
    public final Integer call() {
        int decided;
        try (Database database = home.open()) {
            decided = decide(database, ids, why.now());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(decided + " " + done());
        out.flush();
        return ExitCode.GOOD;
    }
}
