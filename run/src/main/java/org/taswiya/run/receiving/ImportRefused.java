package org.taswiya.run.receiving;

/// An import that cannot be begun or gone on with as things are. The message says what was found and what to do.
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportRefused(String message) {
        super(message);
    }
}
