package org.taswiya.intake.tariff;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads the `indexes` of a book: named series with a value for each month.
final class IndexReader {
    static final String INDEXED = "indexed";
    private static final String INDEXES = "indexes";
    private static final int MONTHS_MOST = 1_200; // a century
    private static final Set<String> KNOWN = Set.of("index", "values", "source", "derived", "placeholder");
    private static final Set<String> VALUE_KNOWN = Set.of("month", "value", "source", "derived", "placeholder");

    private final Findings findings;
    private final PlaceholderNotes placeholders;

    IndexReader(Findings findings, PlaceholderNotes placeholders) {
        this.findings = findings;
        this.placeholders = placeholders;
    }

    Map<String, PriceIndex> read(YamlFields book) {
        Map<String, PriceIndex> indexes = new LinkedHashMap<>();
        if (book.has(INDEXES)) {
            for (YamlFields item : book.items(INDEXES, "an index", KNOWN)) {
                String name = item.name("index", ComponentReader.CODE, "an index's name such as fuel");
                PriceIndex index = new PriceIndex(name, values(item, name));
                if (indexes.putIfAbsent(name, index) != null) {
                    findings.add(item.placeOf("index"), "'" + name + "' a second time", "each index once");
                }
            }
        }
        return indexes;
    }

    private SortedMap<YearMonth, Decimal> values(YamlFields item, String name) {
        Provenance stated = Provenance.stated(item);
        SortedMap<YearMonth, Decimal> values = new TreeMap<>();
        for (YamlFields line : item.items("values", "a month and its value", VALUE_KNOWN, MONTHS_MOST)) {
            YearMonth month = month(line);
            Decimal value = line.number("value", Limit.ABOVE_ZERO);
            Provenance own = Provenance.stated(line);
            if (own == null && stated == null) {
                Provenance.reportMissing(line, name);
            }
            if (month == null) {
                continue;
            }
            placeholders.note(own == null ? stated : own, name + " of " + month, month.atDay(1), null);
            if (!values.isEmpty() && !month.equals(values.lastKey().plusMonths(1))) {
                findings.add(
                        line.placeOf("month"),
                        month + " after " + values.lastKey(),
                        values.lastKey().plusMonths(1) + ", for each month has its value");
            } else {
                values.put(month, value);
            }
        }
        return values;
    }

    private @Nullable YearMonth month(YamlFields line) {
        String text = line.text("month");
        try {
            return text.isEmpty() ? null : YearMonth.parse(text);
        } catch (DateTimeException _) {
            findings.add(line.placeOf("month"), line.placeOf("month").describe(), "a month such as 2017-03");
            return null;
        }
    }
}
