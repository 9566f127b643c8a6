package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.document.BillDocument;

/// By what the usage of a bill is known: what a meter showed, or lamps that have none.
///
/// @param isOfLamps whether no meter counts
/// @param notes what happened to the meter between
public record CountedTable(boolean isOfLamps, Table table, List<String> notes) {
    public CountedTable {
        notes = List.copyOf(notes);
    }

    public static CountedTable of(BillDocument document, Language language) {
        return of(document, Map.of(), language);
    }

    /// @param photos the reference of the picture by the day of the reading
    public static CountedTable of(BillDocument document, Map<LocalDate, String> photos, Language language) {
        if (isOfLamps(document)) {
            return new CountedTable(true, new LampsTable(document, language).table(), List.of());
        }
        ReadingsTable readings = new ReadingsTable(document, photos, language);
        return new CountedTable(false, readings.table(), readings.notes());
    }

    /// The key of what it is called.
    public String heading() {
        return isOfLamps ? "heading.lamps" : "heading.readings";
    }

    /// Whether no meter counts what a bill is for.
    public static boolean isOfLamps(BillDocument document) {
        return document.agreement().askedFor().unmetered() != null;
    }
}
