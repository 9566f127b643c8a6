package org.taswiya.intake.urdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;

/// A record numbers the periods of usage and those of demand apart; a book has one calendar for both.
class BookBandsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /// A Friday.
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @TempDir
    private Path folder;

    /// @param hour of every day from which on period 1 holds, and 0 before; 24 where it never does
    private static String schedule(String of, int hour) {
        return schedule(of, months(0, 1, hour), months(0, 1, hour));
    }

    private static String schedule(String of, String weekdays, String weekends) {
        return "'%sweekdayschedule':%s,'%sweekendschedule':%s".formatted(of, weekdays, of, weekends);
    }

    private static String months(int before, int after, int hour) {
        List<Integer> day = new ArrayList<>(Collections.nCopies(hour, before));
        day.addAll(Collections.nCopies(24 - hour, after));
        return Collections.nCopies(12, day).toString();
    }

    private BookBands bands(String demand, String schedules) throws IOException {
        String record = "{'label':'x','energyratestructure':[[{'rate':1}],[{'rate':2}]],'demandratestructure':" + demand
                + "," + schedules + "}";
        Path file = Files.writeString(folder.resolve("record.json"), record.replace('\'', '"'));
        return new BookBands((UrdbRate) UrdbFile.read(file).getFirst());
    }

    private static TimeBands calendar(Tariff tariff) {
        return Objects.requireNonNull(tariff.calendarOn(DAY));
    }

    private static List<String> demand(Tariff tariff) {
        List<TariffComponent> components = tariff.versions().getFirst().components();
        return components.stream()
                .filter(DemandCharge.class::isInstance)
                .map(component -> component.code() + ": "
                        + ((DemandCharge) component).bands().label())
                .toList();
    }

    @Test
    void whereHoursAreTheSameSoAreTheBands() throws IOException {
        BookBands bands = bands("[[{'rate':3}],[{'rate':4}]]", schedule("energy", 17) + "," + schedule("demand", 17));
        assertThat(bands.clash()).isEmpty();
        assertThat(bands.tariff(null).timeBands()).containsExactly("band-0", "band-1");
        assertThat(demand(bands.tariff(null))).containsExactly("demand-0: band-0", "demand-1: band-1");
    }

    /// Demand 0 is charged in the hours that usage calls 1, and is no charge of usage's own 0.
    @Test
    void aNumberOfUsageIsNoneOfDemand() throws IOException {
        String other = schedule("demand", months(1, 0, 17), months(1, 0, 17));
        BookBands bands = bands("[[{'rate':3}],[{'rate':0}]]", schedule("energy", 17) + "," + other);
        assertThat(bands.clash()).isEmpty();
        assertThat(demand(bands.tariff(null))).containsExactly("demand-0: band-1");
    }

    @Test
    void demandThatIsChargedInSomeHoursOfABandDividesIt() throws IOException {
        BookBands bands = bands("[[{'rate':0}],[{'rate':4}]]", schedule("energy", 12) + "," + schedule("demand", 20));
        assertThat(bands.clash()).isEmpty();
        Tariff tariff = bands.tariff(ZONE);
        assertThat(tariff.timeBands()).containsExactly("band-0", "band-1", "band-1-1");
        assertThat(demand(tariff)).containsExactly("demand-1: band-1-1");
        assertThat(calendar(tariff).windows(DAY))
                .extracting(BandWindow::band, BandWindow::from, BandWindow::to)
                .hasToString("[(\"band-0\", 0, 720), (\"band-1\", 720, 1200), (\"band-1-1\", 1200, 1440)]");
    }

    @Test
    void demandOverHoursThatUsageDividesIsTheHighestOfAllOfThem() throws IOException {
        String schedules = schedule("energy", 12) + "," + schedule("demand", 8);
        BookBands bands = bands("[[{'rate':0}],[{'rate':4}]]", schedules);
        assertThat(bands.clash()).isEmpty();
        assertThat(bands.tariff(ZONE).timeBands()).containsExactly("band-0", "band-0-1", "band-1");
        assertThat(demand(bands.tariff(ZONE))).containsExactly("demand-1: band-0-1 + band-1");
    }

    @Test
    void demandOfAllHoursIsTheHighestOfThePeriod() throws IOException {
        BookBands bands = bands("[[{'rate':3}],[{'rate':4}]]", schedule("energy", 12) + "," + schedule("demand", 0));
        assertThat(bands.clash()).isEmpty();
        assertThat(demand(bands.tariff(null))).as("the other is never due").containsExactly("demand-1: null");
    }

    @Test
    void aBandThatNoHourIsInIsLeftOut() throws IOException {
        BookBands bands = bands("[]", schedule("energy", 24));
        assertThat(bands.tariff(ZONE).timeBands()).containsExactly("band-0");
        assertThat(bands.tariff(ZONE).calendars()).as("one band needs none").isEmpty();
    }

    @Test
    void aMinimumOfAYearIsOneOfTheBook() throws IOException {
        String schedule = schedule("energy", 24);
        Tariff tariff = bands("[]", schedule + ",'annualmincharge':120").tariff(null);
        assertThat(tariff.versions().getFirst().components())
                .last()
                .isEqualTo(new YearLimit(
                        "minimum-of-year",
                        false,
                        Decimal.of(120),
                        new BlockSpan.Year(MonthDay.of(1, 1)),
                        "untaxed",
                        "annualmincharge"));
        assertThat(bands("[]", schedule + ",'mincharge':90,'minchargeunits':'$/year','annualmincharge':0")
                        .tariff(null)
                        .versions()
                        .getFirst()
                        .components())
                .last()
                .isInstanceOfSatisfying(
                        YearLimit.class, limit -> assertThat(limit.amount()).isEqualTo(Decimal.of(90)));
    }

    @Test
    void weekendsAndMonthsHaveHoursOfTheirOwn() throws IOException {
        Tariff tariff = bands("[]", schedule("energy", months(0, 1, 17), months(0, 0, 24)))
                .tariff(ZONE);
        assertThat(calendar(tariff).seasons()).as("all months are alike").hasSize(1);
        assertThat(calendar(tariff).windows(DAY)).hasSize(2);
        assertThat(calendar(tariff).windows(DAY.plusDays(1)))
                .extracting(BandWindow::band)
                .containsExactly("band-0");
    }
}
