package org.taswiya.deliver.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.metering.Usage;
import org.taswiya.deliver.document.BillDocument;

/// A bill, and what its customer used before it.
///
/// @param before the last months before the bill, for the picture; empty where only what the bill rests on is known
/// @param photos by the day of a reading, under which reference the picture of it is kept
/// @param preceding the bills that it settles, which its e-invoice names; empty where nobody knows them
/// @param isContactUnknown whether nobody knows a telephone number or an e-mail address of its customer: then the paper
///     asks for one
/// @param isCancelled whether it was taken back: then the paper says so and asks for nothing
/// @param certified null where the paper is the bill itself
public record BillToPrint(
        BillDocument document,
        List<Usage> before,
        Map<LocalDate, String> photos,
        List<PrecedingBill> preceding,
        boolean isContactUnknown,
        boolean isCancelled,
        @Nullable Certified certified) {
    /// How many months the picture looks back.
    public static final int MONTHS_BEFORE = 13;

    /// That a paper is a copy.
    ///
    /// @param number of the copy
    /// @param by who says that it is equal to the bill
    public record Certified(long number, LocalDate on, String by) {}

    public BillToPrint {
        before = List.copyOf(before);
        photos = Map.copyOf(photos);
        preceding = List.copyOf(preceding);
    }

    /// A bill that is no copy.
    public BillToPrint(BillDocument document, List<Usage> before, boolean isCancelled) {
        this(document, before, Map.of(), List.of(), false, isCancelled, null);
    }

    /// A bill that stands.
    public static BillToPrint of(
            BillDocument document,
            List<Usage> before,
            Map<LocalDate, String> photos,
            List<PrecedingBill> preceding,
            boolean isContactUnknown) {
        return new BillToPrint(document, before, photos, preceding, isContactUnknown, false, null);
    }

    /// A bill of which nothing more is known.
    public static BillToPrint alone(BillDocument document) {
        return new BillToPrint(document, List.of(), false);
    }

    /// The same, taken back.
    public BillToPrint cancelled() {
        return new BillToPrint(document, before, photos, preceding, isContactUnknown, true, certified);
    }

    /// A copy of it.
    public BillToPrint certified(Certified copy) {
        return new BillToPrint(document, before, photos, preceding, isContactUnknown, isCancelled, copy);
    }
}
