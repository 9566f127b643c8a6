package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.yaml.YamlNode;

/// The placeholders met so far in one file.
final class PlaceholderNotes {

    private record Note(
            YamlNode at,
            Provenance provenance,
            String subject,
            LocalDate from,
            @Nullable LocalDate to) {

        TariffPlaceholder toPlaceholder() {
            return new TariffPlaceholder(
                    at.line(), at.column(), subject, provenance.why(), from, to, provenance.figures());
        }
    }

    private final List<Note> notes = new ArrayList<>();

    /// Notes a statement if it is a placeholder; the prices that rest on it may be added to it later.
    void note(@Nullable Provenance provenance, String subject, @Nullable LocalDate from, @Nullable LocalDate to) {
        YamlNode at = provenance == null ? null : provenance.placeholder();
        if (provenance != null && at != null && from != null) {
            notes.add(new Note(at, provenance, subject, from, to));
        }
    }

    /// In the order of the file.
    List<TariffPlaceholder> inOrder() {
        return notes.stream()
                .map(Note::toPlaceholder)
                .sorted(Comparator.comparingInt(TariffPlaceholder::line).thenComparingInt(TariffPlaceholder::column))
                .toList();
    }
}
