package org.taswiya.intake.history;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file that can be read and is no history: another file is what helps. The message says what was found.
public final class HistoryFault extends IOException {
    private static final long serialVersionUID = 1L;

    public HistoryFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
