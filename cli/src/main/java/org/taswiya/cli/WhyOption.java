package org.taswiya.cli;

import java.time.Instant;
import org.taswiya.store.Change;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Who decides something, and why: kept with what it changes.
public final class WhyOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason; kept with the decision.")
    private String why = "";

    @Option(names = "--author", paramLabel = "NAME", description = "Who decided it. Default: the user of this machine.")
    private String author = System.getProperty("user.name");

    public Change now() {
        if (why.isBlank() || author.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--why and --author need some text");
        }
        return new Change(Instant.now(), author, why);
    }
}
