package org.taswiya.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.intake.history.HistoryCount;
import org.taswiya.intake.history.HistoryFault;
import org.taswiya.intake.history.HistoryFile;
import org.taswiya.intake.history.MeterHistory;

/// Makes a story of a file of real consumption: its meters become customers, its last March to May the gap.
///
/// The file is read twice, first for its last day, then for its meters, so that it may be larger than memory; no more
/// meters are kept than take part. Of more usable ones, those that take part are drawn by the seed.
final class HistoryTown {
    private static final int GAP_FIRST_MONTH = 3;
    private static final int GAP_MONTHS = 3;

    /// Where no price book reaches back to the file's years, the gap is moved into this one.
    private static final int YEAR_OF_PRICES = 2020;

    private final Path file;
    private final Service service;
    private final int accounts;
    private final Dice dice;
    private final List<Drawn> drawn = new ArrayList<>();
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private LocalDate lastDay = LocalDate.MIN;
    private int usable;

    private record Drawn(int number, MeteredPast past) {}

    /// Prepares to read a file.
    ///
    /// @param accounts how many meters take part at most
    HistoryTown(Path file, Service service, int accounts, long seed) {
        this.file = file;
        this.service = service;
        this.accounts = accounts;
        this.dice = Dice.of(seed, accounts);
    }

    /// Reads the file and makes the story.
    ///
    /// @param pricedFrom the first day from which the price books in use have prices
    /// @throws IOException when the file cannot be read, or none of its meters can take part
    Story story(LocalDate pricedFrom) throws IOException {
        HistoryCount count = new HistoryFile(file).read(this::noteLastDay);
        if (count.meters() == 0) {
            throw new HistoryFault(file + " has no usable row" + examples(count), null);
        }
        DateRange window = window(lastDay);
        new HistoryFile(file).read(history -> draw(history, window));
        if (drawn.isEmpty()) {
            throw new HistoryFault(
                    file + " has no meter that is known in " + months(window) + " and before: " + leftOutInWords(),
                    null);
        }
        drawn.sort(Comparator.comparingInt(Drawn::number));
        int years = window.from().minusMonths(MeteredPast.MONTHS_BEFORE / 2).isBefore(pricedFrom)
                ? YEAR_OF_PRICES - window.from().getYear()
                : 0;
        List<MeteredPast> pasts =
                drawn.stream().map(one -> one.past().later(years)).toList();
        HistoryCycles cycles = HistoryCycles.of(pasts);
        return new Story(
                name() + ", " + months(window),
                Grouped.of(pasts.size()) + " meters, prices of Casablanca",
                months(window),
                notes(count, window, years, pasts),
                new HistorySubscribers(service, pricedFrom, cycles).of(pasts),
                cycles.rounds());
    }

    /// The file with its folder, because many are called alike.
    private String name() {
        Path whole = file.toAbsolutePath().normalize();
        return whole.subpath(Math.max(0, whole.getNameCount() - 2), whole.getNameCount())
                .toString();
    }

    private void noteLastDay(MeterHistory history) {
        LocalDate end = history.periods().getLast().range().to();
        lastDay = end.isAfter(lastDay) ? end : lastDay;
    }

    /// The last March to May that the file reaches the end of.
    private static DateRange window(LocalDate lastDay) {
        LocalDate end = LocalDate.of(lastDay.getYear(), GAP_FIRST_MONTH + GAP_MONTHS, 1);
        LocalDate gapEnd = lastDay.isBefore(end) ? end.minusYears(1) : end;
        return DateRange.of(gapEnd.minusMonths(GAP_MONTHS), gapEnd);
    }

    private static String months(DateRange window) {
        return "March to May " + window.from().getYear();
    }

    private void draw(MeterHistory history, DateRange window) {
        switch (MeteredPast.of(history, window)) {
            case MeteredPast.Outcome.Unusable(LeftOut reason) -> leftOut.merge(reason, 1L, Long::sum);
            case MeteredPast.Outcome.Usable(MeteredPast past) -> {
                int number = usable++;
                if (drawn.size() < accounts) {
                    drawn.add(new Drawn(number, past));
                } else {
                    leftOut.merge(LeftOut.NOT_DRAWN, 1L, Long::sum);
                    int place = dice.below(number + 1);
                    if (place < accounts) {
                        drawn.set(place, new Drawn(number, past));
                    }
                }
            }
        }
    }

    private List<String> notes(HistoryCount count, DateRange window, int years, List<MeteredPast> pasts) {
        List<String> notes = new ArrayList<>();
        notes.add(Grouped.of(count.rows()) + " rows of " + Grouped.of(count.meters()) + " meters; taken: "
                + Grouped.of(pasts.size()) + (leftOut.isEmpty() ? "" : "; left out: " + leftOutInWords()));
        if (count.refusedRows() > 0) {
            StringJoiner refused = new StringJoiner(", ");
            count.refused().forEach((fault, rows) -> refused.add(Grouped.of(rows) + " " + fault.code()));
            notes.add("rows refused: " + refused + examples(count));
        }
        notes.add("quantities are taken as " + service.unit().symbol() + " of " + service.code()
                + ", whatever unit the file means (--service " + other().code() + " for the other)");
        long filled = pasts.stream().mapToLong(MeteredPast::filled).sum();
        if (filled > 0) {
            notes.add(Grouped.of(filled) + " holes of up to " + MeteredPast.HOLE_DAYS_MAX
                    + " days are filled with the meter's daily average on both sides");
        }
        if (years != 0) {
            notes.add("the price books do not reach back to " + window.from().getYear() + ": all dates are moved by "
                    + years + " years");
        }
        return notes;
    }

    private Service other() {
        return switch (service) {
            case ELECTRICITY -> Service.WATER;
            case WATER -> Service.ELECTRICITY;
        };
    }

    private String leftOutInWords() {
        StringJoiner words = new StringJoiner(", ");
        leftOut.forEach((reason, meters) -> words.add(Grouped.of(meters) + " " + reason.words()));
        return words.toString();
    }

    private static String examples(HistoryCount count) {
        return count.examples().isEmpty() ? "" : ", first " + count.examples().getFirst();
    }

    /// The service that a file is about: its path says water, or else it is electricity.
    static Service serviceOf(Path file) {
        String path = file.toAbsolutePath().toString().toLowerCase(Locale.ROOT);
        return path.contains("water") ? Service.WATER : Service.ELECTRICITY;
    }
}
