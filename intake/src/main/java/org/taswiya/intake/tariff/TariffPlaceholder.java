package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.ChargeLine;

/// A figure of a book that is reasoned, not sourced, and waits for the utility's own.
///
/// @param line where it is marked, 1-based
/// @param column 1-based
/// @param subject what is marked, for example `energy from 2014-08-01`
/// @param why the reason for the value, as the book states it
/// @param from the first day on which it counts
/// @param to the day after the last; null while it stays in force
/// @param figures the prices that it covers; empty for a tax, a date or an example
public record TariffPlaceholder(
        int line,
        int column,
        String subject,
        String why,
        LocalDate from,
        @Nullable LocalDate to,
        Set<Figure> figures) {

    public TariffPlaceholder {
        figures = Collections.unmodifiableSet(new LinkedHashSet<>(figures));
    }

    /// One price: of a block, or of a component without blocks.
    ///
    /// @param band the time band; null for a price of every hour
    /// @param block 1-based; zero for a component without blocks
    public record Figure(String component, @Nullable String band, int block) {}

    /// Whether the price of a line is this placeholder.
    public boolean covers(ChargeLine line) {
        return figures.contains(new Figure(line.component(), line.band(), line.block()))
                && line.range().to().isAfter(from)
                && (to == null || line.range().from().isBefore(to));
    }
}
