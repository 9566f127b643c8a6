package org.taswiya.spark.parquet;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;

/// A file that is there and whose bytes make no sense. The message names it and says what to do.
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String EXPORTED =
            "Bring it back as it was, or export the accounts again into an empty folder.";
    private static final String BILLED = "Delete it and run the same command again: it is made anew.";

    private UnreadableFile(String file, Throwable cause, String advice) {
        super(file + " cannot be read: " + first(cause) + ". " + advice, cause);
    }

    /// One that brings accounts.
    public static UnreadableFile exported(Path file, Throwable cause) {
        return new UnreadableFile(file.toString(), cause, EXPORTED);
    }

    /// One that a run has made.
    public static UnreadableFile billed(Path file, Throwable cause) {
        return new UnreadableFile(file.toString(), cause, BILLED);
    }

    /// What failed when a file could not be read, wherever it stands in the causes of a failure: as it was thrown here,
    /// or as Spark says it of a file of accounts, which it reads by itself.
    public static Optional<UnreadableFile> in(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof UnreadableFile unreadable) {
                return Optional.of(unreadable);
            }
            if (at instanceof SparkThrowable spark && at.getCause() != null) {
                Map<String, String> said = spark.getMessageParameters();
                String path = said.get("path");
                if (path != null) {
                    return Optional.of(new UnreadableFile(path, at.getCause(), EXPORTED));
                }
            }
        }
        return Optional.empty();
    }

    /// The first line of what was thrown first; some say only what they are.
    private static String first(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = first.getMessage();
        String said = message == null || message.isBlank() ? first.getClass().getSimpleName() : message;
        return said.lines().findFirst().orElse(said);
    }
}
