package org.taswiya.cli.command;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/// Tells why something that was asked for is not done.
public final class Refusals {
    private Refusals() {}

    /// @param reason its code
    /// @param found what stands in the way
    /// @return the exit code
    public static int tell(CommandSpec spec, String reason, String found) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("taswiya: " + reason + ": " + found);
        err.flush();
        return ExitCode.SOME_REFUSED;
    }
}
