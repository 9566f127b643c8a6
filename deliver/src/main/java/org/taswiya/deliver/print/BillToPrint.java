package org.taswiya.deliver.print;

import java.util.List;
import org.taswiya.core.metering.Usage;
import org.taswiya.deliver.document.BillDocument;

/// A bill, and what its customer used before it.
///
/// @param before the last months before the bill, for the picture; empty where only what the bill rests on is known
/// @param isCancelled whether it was taken back: then the paper says so and asks for nothing
public record BillToPrint(BillDocument document, List<Usage> before, boolean isCancelled) {
    /// How many months the picture looks back.
    public static final int MONTHS_BEFORE = 13;

    public BillToPrint {
        before = List.copyOf(before);
    }

    /// A bill of which nothing more is known.
    public static BillToPrint alone(BillDocument document) {
        return new BillToPrint(document, List.of(), false);
    }
}
