package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.customer.Language;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.yaml.Finding;

/// One price book that was read without a finding.
///
/// @param file as the caller named it
/// @param line where its id stands, 1-based
/// @param column where its id stands, 1-based
/// @param placeholders in the order of the file
/// @param examples in the order of the file
/// @param calendars of charges on time bands that name one, in the order of the file
public record TariffBook(
        String file,
        int line,
        int column,
        Tariff tariff,
        Title title,
        List<TariffPlaceholder> placeholders,
        List<WorkedExample> examples,
        List<BandCalendar> calendars)
        implements ParsedBook {

    public TariffBook {
        placeholders = List.copyOf(placeholders);
        examples = List.copyOf(examples);
        calendars = List.copyOf(calendars);
    }

    /// In which time band each hour is, for one charge of one version.
    ///
    /// @param from the first day of the version
    /// @param bands null where the charge names no calendar
    public record BandCalendar(
            String component, LocalDate from, @Nullable TimeBands bands) {}

    /// The calendar of a charge on a day; empty where it names none.
    public Optional<TimeBands> calendarOf(String component, LocalDate day) {
        return calendars.stream()
                .filter(calendar -> calendar.component().equals(component)
                        && !calendar.from().isAfter(day))
                .max(Comparator.comparing(BandCalendar::from))
                .map(BandCalendar::bands);
    }

    /// What the book is called, in the three languages of bills.
    public record Title(String ar, String fr, String en) {
        public String in(Language language) {
            return switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> en;
            };
        }
    }

    /// The same with a calendar of its time bands.
    TariffBook with(TimeBands calendar) {
        return new TariffBook(file, line, column, tariff.with(calendar), title, placeholders, examples, calendars);
    }

    /// This book, or why it is none under the id by which it was looked up: a copied file still names another book.
    public ParsedBook under(String id) {
        return tariff.id().equals(id)
                ? this
                : new RefusedBook(file, List.of(idFault(id + ", the id that its place stands for")));
    }

    /// That the book should have another id.
    public Finding idFault(String expected) {
        return new Finding(file, line, column, tariff.id(), expected);
    }

    /// The placeholder that the price of a line is; empty when it has a source. What a customer sees of such a line
    /// must not look sure.
    public Optional<TariffPlaceholder> placeholderOf(ChargeLine line) {
        return placeholders.stream()
                .filter(placeholder -> placeholder.covers(line))
                .findFirst();
    }
}
