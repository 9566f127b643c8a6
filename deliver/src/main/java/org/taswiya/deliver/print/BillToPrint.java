package org.taswiya.deliver.print;

import java.util.List;
import org.taswiya.core.metering.Usage;
import org.taswiya.deliver.document.BillDocument;

/// A bill, and what its customer used before it.
///
/// @param before the last months before the bill, for the picture; empty where only what the bill rests on is known
public record BillToPrint(BillDocument document, List<Usage> before) {
    /// How many months the picture looks back.
    public static final int MONTHS_BEFORE = 13;

    public BillToPrint {
        before = List.copyOf(before);
    }

    /// A bill of which nothing more is known.
    public static BillToPrint alone(BillDocument document) {
        return new BillToPrint(document, List.of());
    }
}
