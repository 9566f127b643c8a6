package org.taswiya.deliver.explain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.TextTable.Column;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What the meter showed, and who says so.
final class ReadingsPart {

    private final List<Reading> readings;
    private final List<MeterExchange> exchanges;
    private final Texts texts;
    private final Figures figures;
    private final TextPage page;

    ReadingsPart(BillDocument document, Texts texts, Figures figures, TextPage page) {
        this.readings = document.agreement().readings().stream()
                .sorted(Comparator.comparing(Reading::at).thenComparing(Reading::isMeasuring))
                .toList();
        this.exchanges = document.agreement().exchanges().stream()
                .sorted(Comparator.comparing(MeterExchange::at))
                .toList();
        this.texts = texts;
        this.figures = figures;
        this.page = page;
    }

    void write() {
        page.heading(texts.text("heading.readings"));
        TextTable table = new TextTable(
                List.of(Column.WORDS, Column.FIGURES, Column.WORDS),
                List.of(texts.text("column.date"), texts.text("column.dial"), texts.text("column.kind")));
        for (Reading reading : readings) {
            table.row(figures.date(reading.at()), figures.quantity(reading.value()), texts.text(kindKey(reading)));
        }
        table.print(page);
        for (MeterExchange exchange : exchanges) {
            page.paragraph(texts.text(
                    "reading.exchange",
                    "date",
                    figures.date(exchange.at()),
                    "removed",
                    figures.quantity(exchange.removed()),
                    "installed",
                    figures.quantity(exchange.installed())));
            exchange.otherRegister()
                    .ifPresent(old -> page.paragraph(
                            texts.text("reading.exchange.multiplier", "factor", figures.quantity(old.multiplier()))));
        }
        writeRollovers();
    }

    private static String kindKey(Reading reading) {
        return switch (reading) {
            case ActualReading _ -> "reading.actual";
            case CustomerReading _ -> "reading.customer";
            case EstimatedReading _ -> "reading.estimated";
        };
    }

    private void writeRollovers() {
        Reading before = null;
        for (Reading reading : readings) {
            if (!reading.isMeasuring()) {
                continue;
            }
            if (before != null && isRollover(before, reading)) {
                page.paragraph(texts.text(
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
