package org.taswiya.web.console.pricebook;

import java.util.regex.Pattern;
import org.taswiya.core.tariff.TariffFact;
import org.taswiya.web.page.Frame;

/// What a book states, in the language of a page. Codes stay as the book writes them, numbers are as in that language.
public final class ChangeWords {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private ChangeWords() {}

    /// Of what it is.
    public static String of(TariffFact fact, Frame frame) {
        StringBuilder words = new StringBuilder(
                switch (fact.part()) {
                    case BOOK -> frame.text("prices.whole");
                    case CALENDAR ->
                        frame.text("prices.calendar")
                                + (fact.code().isEmpty()
                                        ? ""
                                        : " · " + frame.figures().isolated(fact.code()));
                    case COMPONENT, TAX -> frame.figures().isolated(fact.code());
                });
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

    /// What it is, a number or a word of the book.
    public static String value(String stated, Frame frame) {
        return NUMBER.matcher(stated).matches()
                ? frame.figures().written(stated)
                : frame.figures().isolated(stated);
    }

    public static String field(TariffFact fact, Frame frame) {
        return frame.text("prices.field." + fact.field().code());
    }
}
