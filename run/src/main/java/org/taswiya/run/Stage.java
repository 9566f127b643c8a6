package org.taswiya.run;

import java.util.Locale;

/// What is done with each batch, one after the other; of different batches at the same time. So the stage whose seconds
/// come near those of the run is the one that holds it.
public enum Stage {
    /// The inputs are read from the database.
    READ,
    /// The bills are computed, on all cores.
    BILL,
    /// The bills get their numbers and become rows.
    NUMBER,
    /// Whoever listens makes something of the bills: their documents.
    DOCUMENT,
    /// The rows are sent and the batch is committed.
    WRITE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
