package org.taswiya.core.dunning;

import java.time.LocalDate;
import org.taswiya.core.receivables.OpenItem;

/// What is done about an item that is overdue.
public sealed interface DunningAnswer {
    OpenItem item();

    /// The step is sent now.
    record Send(OpenItem item, DunningStep step) implements DunningAnswer {}

    /// The step would be sent, and something keeps it back.
    ///
    /// @param found what does, for a person
    record Held(OpenItem item, DunningStep step, DunningStop stop, String found) implements DunningAnswer {}

    /// The step comes later.
    ///
    /// @param from the first day on which it can come
    record Waits(OpenItem item, DunningStep step, LocalDate from) implements DunningAnswer {}

    /// Nothing more comes.
    ///
    /// @param found why
    record Ends(OpenItem item, String found) implements DunningAnswer {}
}
