package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private final List<Dial> dials;
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
        this.dials = Dial.of(document.agreement());
        this.photos = Map.copyOf(photos);
        this.texts = Texts.of(language);
        this.figures = new Figures(language, document.agreement().tariff().currency());
    }

    /// Every reading since the one that opens the bill, register by register where several count by time band.
    public Table table() {
        boolean hasRegisters = dials.size() > 1; // and each its picture of the same day
        boolean hasPhotos = !hasRegisters
                && dials.getFirst().readings().stream()
                        .anyMatch(reading -> !photo(reading).isEmpty());
        List<Column> columns = new ArrayList<>(List.of(Column.WORDS, Column.FIGURES, Column.WORDS));
        List<String> heads = new ArrayList<>(
                List.of(texts.text("column.date"), texts.text("column.dial"), texts.text("column.kind")));
        if (hasPhotos) {
            columns.add(Column.FIGURES);
            heads.add(texts.text("column.photo"));
        }
        if (hasRegisters) {
            columns.add(Column.WORDS);
            heads.add(texts.text("column.register"));
        }
        Table table = new Table(columns, heads);
        for (Dial dial : dials) {
            for (Reading reading : dial.readings()) {
                List<String> cells = new ArrayList<>(List.of(
                        figures.date(reading.at()), figures.quantity(reading.value()), texts.text(kindKey(reading))));
                if (hasPhotos) {
                    cells.add(photo(reading));
                }
                if (hasRegisters) {
                    cells.add(figures.isolated(dial.band()));
                }
                table.row(cells.toArray(String[]::new));
            }
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
        dials.forEach(dial -> addNotes(dial, notes));
        return notes;
    }

    private void addNotes(Dial dial, List<String> notes) {
        for (MeterExchange exchange : dial.exchanges()) {
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
        addRollovers(dial, notes);
    }

    private static String kindKey(Reading reading) {
        return switch (reading) {
            case ActualReading _ -> "reading.actual";
            case CustomerReading _ -> "reading.customer";
            case EstimatedReading _ -> "reading.estimated";
        };
    }

    private void addRollovers(Dial dial, List<String> notes) {
        Reading before = null;
        for (Reading reading : dial.readings()) {
            if (!reading.isMeasuring()) {
                continue;
            }
            if (before != null && isRollover(dial, before, reading)) {
                notes.add(texts.text(
                        "reading.rollover", "from", figures.date(before.at()), "to", figures.date(reading.at())));
            }
            before = reading;
        }
    }

    private static boolean isRollover(Dial dial, @Nullable Reading before, Reading reading) {
        return before != null
                && reading.value().compareTo(before.value()) < 0
                && dial.exchanges().stream()
                        .noneMatch(exchange -> !exchange.at().isBefore(before.at())
                                && !exchange.at().isAfter(reading.at()));
    }
}
