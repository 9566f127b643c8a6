package org.taswiya.run.desk;

import java.util.List;
import org.taswiya.store.pricebook.KeptBook;

/// What came of something that was asked of a price book.
public sealed interface PriceBookAnswer {

    record Done(KeptBook book) implements PriceBookAnswer {}

    /// Nothing was written.
    ///
    /// @param values what was found and where, in the order in which the reason's sentence names them
    record Refused(PriceBookReason reason, List<String> values) implements PriceBookAnswer {
        public Refused {
            values = List.copyOf(values);
        }
    }
}
