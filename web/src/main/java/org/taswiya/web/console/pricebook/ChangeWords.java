package org.taswiya.web.console.pricebook;

import org.taswiya.core.tariff.TariffFact;
import org.taswiya.web.page.Frame;

/// What a book states, in the language of a page. Codes and values stay as the book writes them.
public final class ChangeWords {
    private ChangeWords() {}

    /// Of what it is.
    public static String of(TariffFact fact, Frame frame) {
        if (fact.part() == TariffFact.Part.BOOK) {
            return frame.text("prices.whole");
        }
        StringBuilder words = new StringBuilder(frame.figures().isolated(fact.code()));
        if (!fact.band().isEmpty()) {
            words.append(" · ").append(frame.figures().isolated(fact.band()));
        }
        if (fact.block() > 0) {
            words.append(" · ")
                    .append(frame.text(
                            "prices.block", "number", frame.figures().isolated(Integer.toString(fact.block()))));
        }
        return words.toString();
    }

    public static String field(TariffFact fact, Frame frame) {
        return frame.text("prices.field." + fact.field().code());
    }
}
