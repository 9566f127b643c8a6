package org.taswiya.cli.command;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What a command leaves with, and the words for why it failed.
public final class ExitCode {
    /// All good.
    public static final int GOOD = 0;

    /// The program or the machine under it failed.
    public static final int FAILED = 1;

    /// The command line does not make sense.
    public static final int WRONG_USAGE = 2;

    /// Some lines were refused, all others answered.
    public static final int SOME_REFUSED = 3;

    private ExitCode() {}

    /// Files say what happened to them only in the name of their failure.
    public static String words(Exception failure) {
        String message = failure.getMessage();
        return switch (failure) {
            case NoSuchFileException _ -> message + ": there is no such file or folder";
            case AccessDeniedException _ -> message + ": permission denied";
            case UncheckedIOException unchecked when unchecked.getCause() != null -> words(unchecked.getCause());
            default -> message == null ? failure.toString() : message;
        };
    }

    /// Why, without the name of the file that it happened to.
    static String reason(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException of when of.getReason() != null -> of.getReason();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
