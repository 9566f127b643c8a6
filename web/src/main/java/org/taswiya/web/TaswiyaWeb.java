package org.taswiya.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.AnswerOutput;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.web.settings.Settings;
import picocli.CommandLine;

/// The program behind `./taswiya serve` and `./taswiya config`, with the exit codes and the words of all others.
final class TaswiyaWeb {
    private TaswiyaWeb() {}

    /// @param args begin with `serve` or `config`
    public static void main(String[] args) {
        System.exit(execute(System.getenv(), args));
    }

    private static int execute(Map<String, String> environment, String... args) {
        CommandLine line = commandLine();
        if (args.length > 0 && args[0].equals("serve")) {
            CommandLine serve = Objects.requireNonNull(line.getSubcommands().get("serve"));
            try {
                Settings settings = Settings.of(serve.getCommandSpec(), environment, args);
                if (!settings.faults().isEmpty()) {
                    line.getErr().println("taswiya: " + settings.faults());
                    return ExitCode.WRONG_USAGE;
                }
                serve.setDefaultValueProvider(settings);
            } catch (IOException e) {
                line.getErr().println("taswiya: " + ExitCode.words(e));
                return ExitCode.WRONG_USAGE;
            }
        }
        return Taswiya.execute(line, AnswerOutput.standard(), args);
    }

    static CommandLine commandLine() {
        return Taswiya.commandLineOf(List.of(ServeCommand.class, ConfigCommand.class));
    }
}
