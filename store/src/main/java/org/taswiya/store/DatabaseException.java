package org.taswiya.store;

import org.jspecify.annotations.Nullable;

/// The database cannot be used. The message says what was found, where, and what to do, and never holds a password.
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public DatabaseException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /// What is wrong, for callers that act on it.
    public enum Fault {
        /// Another process uses this home.
        HOME_IN_USE,
        /// Something cannot be read or written.
        NO_PERMISSION,
        /// The disk is full.
        NO_DISK,
        /// The port is taken by another program.
        PORT_TAKEN,
        /// The data folder or the server is of another major version of PostgreSQL.
        WRONG_VERSION,
        /// The tables are newer than this program.
        NEWER_THAN_PROGRAM,
        /// What should say where the server is cannot be read.
        NO_ADDRESS,
        /// No server answers, or it went away.
        NOT_REACHABLE,
        /// The server refuses user or password.
        NOT_ADMITTED,
        /// The server cannot run on this machine.
        CANNOT_RUN,
        /// Anything else; the message holds what PostgreSQL said.
        FAILED
    }
}
