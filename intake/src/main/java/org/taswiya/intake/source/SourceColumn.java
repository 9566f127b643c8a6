package org.taswiya.intake.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// Where a field comes from and how its text is understood.
///
/// @param name of the column in the header; null when it goes by number or is constant
/// @param number of the column from one; zero when it goes by name or is constant
/// @param constant the same text for every row; null when a column has it
/// @param dates forms of a date, tried one after the other
/// @param factor from the source's number to ours
/// @param unit of the number, as the mapping states it; null when it says nothing
/// @param codes from the source's words to ours; empty when they are ours already
public record SourceColumn(
        @Nullable String name,
        int number,
        @Nullable String constant,
        List<DatePattern> dates,
        Decimal factor,
        @Nullable Unit unit,
        Map<String, String> codes) {

    public SourceColumn {
        dates = List.copyOf(dates);
        codes = Map.copyOf(codes);
    }

    /// The column as the file has it, for people.
    String shown() {
        return name != null ? name : constant != null ? "constant" : "column " + number;
    }
}
