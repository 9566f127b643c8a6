package org.taswiya.web.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.store.validation.GivenReadings.Outlook;
import org.taswiya.web.page.Frame;

/// What is unlikely or impossible about a reading, as its customer is told.
final class DoubtWords {
    private DoubtWords() {}

    static List<String> of(List<ReadingFinding> findings, Outlook outlook, Frame frame) {
        Set<String> words = new LinkedHashSet<>();
        for (ReadingFinding finding : findings) {
            words.add(of(finding, outlook, frame));
            Fraction suggested = finding.values().get(ReadingFinding.SUGGESTED);
            if (suggested != null) {
                Decimal shown = suggested.toDecimal(outlook.register().decimals());
                words.add(frame.text(
                        "reading.found.suggested", "value", frame.figures().quantity(shown)));
            }
        }
        return new ArrayList<>(words);
    }

    private static String of(ReadingFinding finding, Outlook outlook, Frame frame) {
        Integer digits = outlook.register().digits();
        int decimals = outlook.register().decimals();
        return switch (finding.reason()) {
            case DIALS ->
                digits == null
                        ? frame.text("reading.found.other")
                        : frame.text(
                                "reading.found.dials", "digits", frame.figures().isolated(digits.toString()));
            case DECIMALS ->
                decimals == 0
                        ? frame.text("reading.found.whole")
                        : frame.text(
                                "reading.found.decimals",
                                "decimals",
                                frame.figures().isolated(Integer.toString(decimals)));
            case REVERSED, NEGATIVE, ROLLOVER, UNRECORDED_EXCHANGE, OVER_ESTIMATE -> lower(outlook.last(), frame);
            case HIGH_USE, YEAR_HIGH, SPIKE -> frame.text("reading.found.high");
            case ZERO_USE, LOW_USE, YEAR_LOW -> frame.text("reading.found.low");
            case INACTIVE_USE -> frame.text("reading.found.inactive");
            case MISREAD -> frame.text("reading.found.misread");
            case UNIT,
                    FUTURE,
                    NOT_IN_PLACE,
                    DUPLICATE,
                    REFERENCE_ESTIMATED,
                    SUM,
                    MISSING_SIBLING,
                    PROLONGED_ESTIMATION -> frame.text("reading.found.other");
        };
    }

    private static String lower(@Nullable Reading last, Frame frame) {
        return last == null
                ? frame.text("reading.found.other")
                : frame.text(
                        "reading.found.lower",
                        "value",
                        frame.figures().quantity(last.value()),
                        "date",
                        frame.figures().date(last.at()));
    }
}
