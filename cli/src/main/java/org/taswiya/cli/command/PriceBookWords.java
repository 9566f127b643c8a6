package org.taswiya.cli.command;

import java.util.List;
import org.taswiya.run.desk.PriceBookAnswer.Refused;

/// Why something is not done with a price book, as a sentence.
public final class PriceBookWords {
    private PriceBookWords() {}

    public static String of(Refused refused) {
        List<String> values = refused.values();
        return refused.reason().code() + ": "
                + switch (refused.reason()) {
                    case FAULTY -> "the book has a fault: " + values.get(0);
                    case EXAMPLE_NOT_MET -> "an example is not met: " + values.get(0);
                    case NO_EXAMPLE -> values.get(0) + " has no worked example; expected at least one";
                    case PLACEHOLDER ->
                        "a figure is a placeholder: " + values.get(0) + "; say --placeholders where it is meant to be";
                    case NO_SUCH_TARIFF ->
                        "there is no book " + values.get(0)
                                + "; expected that its first one lies in the folder of utilities";
                    case OTHER_SERVICE -> "it prices " + values.get(0) + ", and the book in use " + values.get(1);
                    case NOTHING_CHANGES -> "it charges what " + values.get(0) + " charges already";
                    case ALREADY_PROPOSED ->
                        "price book " + values.get(0) + " of " + values.get(1)
                                + " has the same text and waits; expected that it is decided first";
                    case DAYS_BILLED ->
                        "from " + values.get(0) + " on it charges something else"
                                + (values.get(1).isEmpty() ? "" : " (" + values.get(1) + ")") + ", and bills reach to "
                                + values.get(2) + "; expected prices that change on that day or later";
                    case UNKNOWN -> "there is no price book " + values.get(0);
                    case OTHER_STATE -> "price book " + values.get(0) + " is " + values.get(1);
                    case SAME_PERSON -> values.get(0) + " has proposed it; expected somebody else";
                    case DAY_PAST -> values.get(0) + " is over; expected " + values.get(1) + " or later";
                    case TOO_EARLY -> "it was approved for " + values.get(0) + ", and today is " + values.get(1);
                    case IN_USE_CHANGED ->
                        "the book in use of " + values.get(0)
                                + " is another than when this one was proposed; expected that"
                                + " it is withdrawn and proposed anew";
                    case ANOTHER_FIRST ->
                        "price book " + values.get(0) + ", approved for " + values.get(1)
                                + ", comes into use before it; expected a book that was proposed to follow that one";
                    case BEFORE_ANOTHER ->
                        values.get(0) + " is before " + values.get(2) + ", the day of price book " + values.get(1)
                                + ", which it follows; expected that day or later";
                    case FOLLOWS_UNAPPROVED ->
                        "it follows price book " + values.get(0) + ", which is " + values.get(1)
                                + "; expected one that is approved";
                    case FOLLOWED ->
                        "price book " + values.get(0) + " is approved to follow it; expected that that one is withdrawn"
                                + " first";
                };
    }
}
