package org.taswiya.cli.measuring;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// What every measurement has: its figures for people and for machines, how far it is, and numbers within bounds.
final class ReportOptions {
    static final int ACCOUNTS_LEAST = 100;
    static final int ACCOUNTS_MOST = 8_000_000;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to a file as JSON, too.")
    private @Nullable Path json;

    void require(String option, int found, int least, int most) {
        if (found < least || found > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " " + found + ": expected " + least + " to " + most);
        }
    }

    BenchProgress progress() {
        return new BenchProgress(spec.commandLine().getErr());
    }

    void tell(List<String> lines, Supplier<String> asJson) throws IOException {
        if (json != null) {
            Files.writeString(json, asJson.get() + "\n");
        }
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
