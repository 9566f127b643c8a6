package org.taswiya.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a person watches, and whether colours may be used.
public final class Terminal {
    private Terminal() {}

    public static boolean isOutput() {
        return leadsToTerminal(1);
    }

    public static boolean isError() {
        return leadsToTerminal(2);
    }

    /// Colours only on a terminal that has them, and where nobody said no (no-color.org).
    public static Look look(boolean terminal, boolean noColor) {
        String named = System.getenv("NO_COLOR");
        boolean refused = noColor || (named != null && !named.isEmpty()) || "dumb".equals(System.getenv("TERM"));
        return terminal && !refused ? Look.COLOURED : Look.PLAIN;
    }

    /// Java tells it of both standard streams together at best; what the descriptor leads to tells it of each.
    private static boolean leadsToTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.startsWith("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
