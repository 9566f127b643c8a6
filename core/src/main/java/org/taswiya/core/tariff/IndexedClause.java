package org.taswiya.core.tariff;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.core.quantity.Decimal;

/// The clause of a price that follows an index, as lines of bills keep it: `art. 3 (fuel of 2020-02: 104/100)`.
///
/// @param clause where the tariff states the price
/// @param index its name
/// @param isLastKnown whether the value is of the last month that had one, and counts for a later one
/// @param base the value at which prices are as they are written
public record IndexedClause(
        String clause, String index, YearMonth month, boolean isLastKnown, Decimal value, Decimal base) {
    private static final String LAST_KNOWN = ", the last known";
    private static final Pattern TEXT = Pattern.compile(
            "(.*) \\(([^()]+) of (\\d{4}-\\d{2})(" + LAST_KNOWN + ")?: (\\d+(?:\\.\\d+)?)/(\\d+(?:\\.\\d+)?)\\)");

    /// What a clause says of an index; empty where it says nothing of one.
    public static Optional<IndexedClause> find(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new IndexedClause(
                        found.group(1),
                        found.group(2),
                        YearMonth.parse(found.group(3)),
                        found.group(4) != null,
                        Decimal.parse(found.group(5)),
                        Decimal.parse(found.group(6))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return clause + " (" + index + " of " + month + (isLastKnown ? LAST_KNOWN : "") + ": " + value + "/" + base
                + ")";
    }
}
