package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.deliver.bill.Table.Column;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What the meter showed, and who says so.
public final class ReadingsTable {

    private final List<Reading> readings;
    private final List<MeterExchange> exchanges;
    private final Map<LocalDate, String> photos;
    private final Texts texts;
    private final Figures figures;

    /// The readings of a bill in one language.
    public ReadingsTable(BillDocument document, Language language) {
        this(document, Map.of(), language);
    }

    /// The same where pictures of them are kept.
    ///
    /// @param photos the reference of the picture by the day of the reading
    public ReadingsTable(BillDocument document, Map<LocalDate, String> photos, Language language) {
        this.readings = document.agreement().readings().stream()
                .sorted(Comparator.comparing(Reading::at).thenComparing(Reading::isMeasuring))
                .toList();
        this.exchanges = document.agreement().exchanges().stream()
                .sorted(Comparator.comparing(MeterExchange::at))
                .toList();
        this.photos = Map.copyOf(photos);
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
    }

    /// Every reading since the one that opens the bill.
    public Table table() {
        boolean hasPhotos =
                readings.stream().anyMatch(reading -> !photo(reading).isEmpty());
        List<Column> columns = new ArrayList<>(List.of(Column.WORDS, Column.FIGURES, Column.WORDS));
        List<String> heads = new ArrayList<>(
                List.of(texts.text("column.date"), texts.text("column.dial"), texts.text("column.kind")));
        if (hasPhotos) {
            columns.add(Column.FIGURES);
            heads.add(texts.text("column.photo"));
        }
        Table table = new Table(columns, heads);
        for (Reading reading : readings) {
            List<String> cells = new ArrayList<>(List.of(
                    figures.date(reading.at()), figures.quantity(reading.value()), texts.text(kindKey(reading))));
            if (hasPhotos) {
                cells.add(photo(reading));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    /// Of what a reader saw; customers' own readings and estimates have none.
    private String photo(Reading reading) {
        String reference = reading instanceof ActualReading ? photos.getOrDefault(reading.at(), "") : "";
        return reference.isEmpty() ? "" : figures.isolated(reference);
    }

    /// What happened to the meter between them.
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (MeterExchange exchange : exchanges) {
            notes.add(texts.text(
                    "reading.exchange",
                    "date",
                    figures.date(exchange.at()),
                    "removed",
                    figures.quantity(exchange.removed()),
                    "installed",
                    figures.quantity(exchange.installed())));
            exchange.otherRegister()
                    .ifPresent(old -> notes.add(
                            texts.text("reading.exchange.multiplier", "factor", figures.quantity(old.multiplier()))));
        }
        addRollovers(notes);
        return notes;
    }

    private static String kindKey(Reading reading) {
        return switch (reading) {
            case ActualReading _ -> "reading.actual";
            case CustomerReading _ -> "reading.customer";
            case EstimatedReading _ -> "reading.estimated";
        };
    }

    private void addRollovers(List<String> notes) {
        Reading before = null;
        for (Reading reading : readings) {
            if (!reading.isMeasuring()) {
                continue;
            }
            if (before != null && isRollover(before, reading)) {
                notes.add(texts.text(
                        "reading.rollover", "from", figures.date(before.at()), "to", figures.date(reading.at())));
            }
            before = reading;
        }
    }

    private boolean isRollover(@Nullable Reading before, Reading reading) {
        return before != null
                && reading.value().compareTo(before.value()) < 0
                && exchanges.stream()
                        .noneMatch(exchange -> !exchange.at().isBefore(before.at())
                                && !exchange.at().isAfter(reading.at()));
    }
}
