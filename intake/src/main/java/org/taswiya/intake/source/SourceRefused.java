package org.taswiya.intake.source;

import java.io.IOException;

/// A file that can be read and does not fit its mapping: another file, or another mapping, is what helps.
public final class SourceRefused extends IOException {
    private static final long serialVersionUID = 1L;

    public SourceRefused(String message) {
        super(message);
    }
}
