package org.taswiya.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.metering.Usage;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.store.bill.StoredBill;

/// A bill made again from what was known when it was billed.
public sealed interface ReprintedBill {

    /// What the books say of it.
    StoredBill stored();

    default BillNumber number() {
        return stored().number();
    }

    /// It came to what the books say, to the last line.
    ///
    /// @param before what was used before, where that was asked for
    /// @param photos by day, the reference of the picture that was taken of the meter, where the use is asked for
    /// @param preceding the bills that it settles, the oldest first
    /// @param isContactUnknown whether nobody knows by now how its customer is reached by telephone or e-mail, where
    ///     the use is asked for
    /// @param text of the document, in UTF-8 the bytes of its file
    /// @param isAsFirst whether the first document is known and these are its bytes; else none was written with the run
    record Same(
            StoredBill stored,
            BillDocument document,
            List<Usage> before,
            Map<LocalDate, String> photos,
            List<PrecedingBill> preceding,
            boolean isContactUnknown,
            String text,
            boolean isAsFirst)
            implements ReprintedBill {
        public Same {
            before = List.copyOf(before);
            photos = Map.copyOf(photos);
            preceding = List.copyOf(preceding);
        }

        /// As it is drawn, a bill that stands.
        public BillToPrint toPrint() {
            return BillToPrint.of(document, before, photos, preceding, isContactUnknown);
        }
    }

    /// It could not be made again as it was.
    ///
    /// @param found a sentence with what was found
    record Different(StoredBill stored, Reason reason, String found) implements ReprintedBill {}

    /// Why a bill cannot be made again as it was: a closed set, the surest cause first.
    enum Reason {
        /// Other rules billed it.
        ENGINE_CHANGED,
        /// The policies of its run are not known: they were kept in a form that is not read any more.
        POLICY_UNKNOWN,
        /// Something of which no versions are kept was changed after it.
        DATA_CHANGED,
        /// Its price book is not there or has faults.
        NO_PRICE_BOOK,
        /// The same usage of the same days has other prices, taxes or clauses now.
        PRICE_BOOK_CHANGED,
        /// The same inputs are held now, or break.
        NOT_BILLABLE,
        /// It comes to something else than the books say.
        DIFFERS_FROM_THE_BOOKS,
        /// It comes to what the books say, and its document is another than the one first written.
        DIFFERS_FROM_THE_FIRST;

        /// As reports show it.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
