package org.taswiya.web.agency;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.billing.BillComparison;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.web.page.Frame;

/// A part of a difference in words, and where its bar stands in a picture: each begins where the one before ended.
///
/// @param left, wide in hundredths of the picture
public record WhyPart(String words, Money amount, int left, int wide) {
    private static final int WIDTH = 100;

    static List<WhyPart> of(BillComparison compared, Frame frame) {
        long lowest = 0;
        long highest = 0;
        long at = 0;
        for (BillComparison.Part part : compared.parts()) {
            at += part.amount().minorUnits();
            lowest = Math.min(lowest, at);
            highest = Math.max(highest, at);
        }
        long whole = Math.max(1, highest - lowest);
        List<WhyPart> parts = new ArrayList<>();
        at = -lowest;
        for (BillComparison.Part part : compared.parts()) {
            long to = at + part.amount().minorUnits();
            int left = place(Math.min(at, to), whole);
            int wide = Math.max(1, place(Math.max(at, to), whole) - left);
            parts.add(new WhyPart(
                    words(part, compared, frame),
                    part.amount(),
                    frame.language() == Language.AR ? WIDTH - left - wide : left,
                    wide));
            at = to;
        }
        return parts;
    }

    private static int place(long amount, long whole) {
        return (int) (amount * WIDTH / whole);
    }

    private static String words(BillComparison.Part part, BillComparison compared, Frame frame) {
        boolean isMore = part.amount().signum() > 0;
        return switch (part.cause()) {
            case DAYS ->
                frame.text(
                        "why.days",
                        "now",
                        frame.figures().count("days", compared.now().days()),
                        "before",
                        frame.figures().count("days", compared.before().days()));
            case USE -> frame.text(isMore ? "why.use.more" : "why.use.less");
            case BLOCKS -> frame.text(isMore ? "why.blocks.more" : "why.blocks.less");
            case HOUSEHOLDS -> frame.text("why.households");
            case PRICES -> frame.text("why.prices");
            case SETTLEMENT -> frame.text("why.settlement");
        };
    }
}
