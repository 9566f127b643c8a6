package org.taswiya.cli;

import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/// How a command that answers a person looks.
public final class LookOption {
    @Option(
            names = "--no-color",
            description = "No colour. There is none anyway where standard output is no terminal, or NO_COLOR is set.")
    private boolean plain;

    public Look look() {
        return Terminal.look(Terminal.isOutput(), plain);
    }
}
