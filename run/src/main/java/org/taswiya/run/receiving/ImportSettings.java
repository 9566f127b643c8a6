package org.taswiya.run.receiving;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.store.Change;

/// What an import is started with.
///
/// @param on the day after which nothing can have happened yet
/// @param checks by which readings are judged that are no corrections: what is doubtful waits for a person; null where
///     everything counts that the meters can show
/// @param limits above which payments come back
/// @param why who imports, when and why
public record ImportSettings(
        Path file,
        SourceMapping mapping,
        LocalDate on,
        int rowsPerBatch,
        @Nullable ReadingChecks checks,
        PaymentLimits limits,
        Change why) {
    public ImportSettings {
        if (rowsPerBatch < 1) {
            throw new IllegalArgumentException("Rows " + rowsPerBatch + " of a batch are below one");
        }
    }

    /// Without limits of payments.
    public ImportSettings(
            Path file,
            SourceMapping mapping,
            LocalDate on,
            int rowsPerBatch,
            @Nullable ReadingChecks checks,
            Change why) {
        this(file, mapping, on, rowsPerBatch, checks, PaymentLimits.NONE, why);
    }
}
