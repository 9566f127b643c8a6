package org.taswiya.intake.tariff;

import java.util.List;
import java.util.Optional;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;

/// One price book that was read without a finding.
///
/// @param file as the caller named it
/// @param placeholders in the order of the file
/// @param examples in the order of the file
public record TariffBook(
        String file, Tariff tariff, Title title, List<TariffPlaceholder> placeholders, List<WorkedExample> examples)
        implements ParsedBook {

    public TariffBook {
        placeholders = List.copyOf(placeholders);
        examples = List.copyOf(examples);
    }

    /// What the book is called, in the three languages of bills.
    public record Title(String ar, String fr, String en) {}

    /// The placeholder that the price of a line is; empty when it has a source. What a customer sees of such a line
    /// must not look sure.
    public Optional<TariffPlaceholder> placeholderOf(ChargeLine line) {
        return placeholders.stream()
                .filter(placeholder -> placeholder.covers(line))
                .findFirst();
    }
}
