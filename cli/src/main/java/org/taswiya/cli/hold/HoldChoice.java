package org.taswiya.cli.hold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.store.decision.HoldFilter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The agreements that somebody decides about: by name, from a file, or all that a stated filter lets through.
final class HoldChoice {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "AGREEMENT", arity = "0..*", description = "Agreements, as `hold list` names them.")
    private List<String> named = new ArrayList<>();

    @Option(names = "--from", paramLabel = "FILE", description = "Agreements from a file, one a line.")
    private @Nullable Path file;

    @Option(
            names = "--all",
            description = "All that --reason, --run, --area and --class let through; at least one of them.")
    private boolean isAll;

    @Mixin
    private HoldFilterOption filter;

    /// The agreements named; none when the filter chooses.
    List<String> agreements() throws IOException {
        boolean isNamed = !named.isEmpty() || file != null;
        if (isNamed == isAll || isAll != filter.isStated()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name agreements, or a file of them with --from, or --all with --reason, --run, --area or --class");
        }
        List<String> agreements = new ArrayList<>(named);
        if (file != null) {
            agreements.addAll(GivenFile.names(spec, file, "a file with one agreement a line"));
            if (agreements.isEmpty()) {
                throw new ParameterException(spec.commandLine(), file + " names no agreement");
            }
        }
        return agreements;
    }

    HoldFilter filter() {
        return filter.filter();
    }
}
