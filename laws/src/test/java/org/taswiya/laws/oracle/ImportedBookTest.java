package org.taswiya.laws.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.tariff.BookText;
import org.taswiya.deliver.tariff.UrdbText;
import org.taswiya.intake.tariff.ExampleCheck;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.intake.urdb.BookBands;
import org.taswiya.intake.urdb.RateHours;
import org.taswiya.intake.urdb.UrdbFile;
import org.taswiya.intake.urdb.UrdbRate;

/// Published records as price books with the calendars of their hours, and those as records again: what is used hour by
/// hour costs in all of them the same.
class ImportedBookTest {
    private static final int YEAR = 2023;
    private static final int HOUR = 60;
    private static final int MORE_THAN_ANY_MINIMUM = 1_000_000;
    private static final long SEED = 4711;

    @Test
    void everyHourCostsInABookWhatItDoesInItsRecord(@TempDir Path folder) throws IOException {
        int books = 0;
        for (Path file : ReferenceCalculatorTest.records(ReferenceCalculatorTest.oracle())) {
            if (UrdbFile.read(file).getFirst() instanceof UrdbRate rate) {
                BookBands bands = new BookBands(rate);
                assertThat(bands.clash()).as(rate.name()).isEmpty();
                Optional<TariffBook> book = book(rate, bands, folder.resolve(books + ".yaml"));
                if (book.isPresent()) {
                    Tariff tariff = book.get().tariff();
                    check(rate, tariff);
                    books++;
                    check(exported(tariff, folder.resolve(books + ".json")), tariff);
                }
            }
        }
        assertThat(books).isGreaterThanOrEqualTo(85);
    }

    /// The example of the book is what the record costs, and the book is checked by it.
    private static Optional<TariffBook> book(UrdbRate rate, BookBands bands, Path file) throws IOException {
        Tariff tariff = bands.tariff(ZoneId.of("America/New_York"));
        LocalDate from = LocalDate.of(YEAR, 1, 1);
        try {
            Files.writeString(file, new BookText("valley/record", tariff, rate.title(), "a record", from).yaml());
        } catch (BookText.Unwritable _) {
            return Optional.empty();
        }
        assertThat(TariffBookParser.parse(file)).as(rate.name()).isInstanceOf(TariffBook.class);
        TariffBook book = (TariffBook) TariffBookParser.parse(file);
        assertThat(ExampleCheck.failures(book, book.examples().getFirst()))
                .as(rate.name())
                .isEmpty();
        return Optional.of(book);
    }

    private static UrdbRate exported(Tariff book, Path file) throws IOException {
        LocalDate day = LocalDate.of(YEAR, 1, 1);
        TimeBands hours = book.calendarOn(day);
        UrdbText.Outcome outcome = new UrdbText(book, "copy", day, hours, hours).write();
        assertThat(outcome).as(book.id()).isInstanceOf(UrdbText.Written.class);
        Files.writeString(file, ((UrdbText.Written) outcome).json());
        return (UrdbRate) UrdbFile.read(file).getFirst();
    }

    private static void check(UrdbRate rate, Tariff book) {
        Random random = new Random(SEED);
        for (int number = 1; number <= 12; number++) {
            LocalDate from = LocalDate.of(YEAR, number, 1);
            DateRange month = DateRange.of(from, from.plusMonths(1));
            Counted ofRecord = new Counted();
            Counted ofBook = new Counted();
            for (LocalDate day = from; day.isBefore(month.to()); day = day.plusDays(1)) {
                for (int hour = 0; hour < 24; hour++) {
                    int used = random.nextInt(1, 60);
                    ofRecord.add(rate, day, hour, used);
                    String band = band(book, day, hour);
                    ofBook.add(band, band, used);
                }
            }
            assertThat(ofBook.cost(book, month))
                    .as("%s, month %s, seed %s", rate.name(), number, SEED)
                    .isEqualTo(ofRecord.cost(rate.tariff(), month));
        }
    }

    private static String period(RateHours hours, LocalDate day, int hour) {
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (isWeekend ? hours.weekends() : hours.weekdays())
                .get(day.getMonthValue() - 1)
                .get(hour)
                .toString();
    }

    private static String band(Tariff book, LocalDate day, int hour) {
        TimeBands calendar = book.calendarOn(day);
        if (calendar == null) {
            return book.timeBands().iterator().next();
        }
        return calendar.windows(day).stream()
                .filter(window -> window.from() <= hour * HOUR && window.to() > hour * HOUR)
                .map(BandWindow::band)
                .findFirst()
                .orElseThrow();
    }

    /// What was used by band, and the highest hour of each.
    private static final class Counted {
        private final Map<String, Fraction> usage = new HashMap<>();
        private final Map<String, Fraction> demand = new HashMap<>();

        void add(UrdbRate rate, LocalDate day, int hour, int used) {
            add(
                    period(rate.energyHours(), day, hour),
                    rate.demandBands().isEmpty() ? "total" : period(rate.demandHours(), day, hour),
                    used);
        }

        void add(String band, String demandBand, int used) {
            usage.merge(band, Fraction.of(used), Fraction::plus);
            demand.merge(demandBand, Fraction.of(used), (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }

        String cost(Tariff tariff, DateRange month) {
            BillDeterminants use = BillDeterminants.of(usage, demand)
                    .with(Map.of(Determinant.CHARGED_THIS_YEAR, Fraction.of(MORE_THAN_ANY_MINIMUM)));
            return tariff.resolve(month, 1).rate(use).lines().stream()
                    .map(ChargeLine::unrounded)
                    .reduce(Fraction.ZERO, Fraction::plus)
                    .toText(18);
        }
    }
}
