package org.taswiya.laws.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.deliver.tariff.UrdbText;
import org.taswiya.intake.urdb.ParsedRate;
import org.taswiya.intake.urdb.UrdbFile;
import org.taswiya.intake.urdb.UrdbRate;

/// A record that was read, written and read again charges what it charged.
class UrdbExportTest {
    private static final int MONTHS_TRIED = 24;

    @TempDir
    private Path folder;

    @Test
    void everyPublishedRecordSurvivesTheRoundTrip() throws IOException {
        String named = System.getenv("TASWIYA_ORACLE");
        Path oracle = (named == null ? Path.of("..", "..", "shared", "oracle") : Path.of(named)).resolve("urdb");
        assumeTrue(Files.isDirectory(oracle), "no records: " + oracle + " is not there; TASWIYA_ORACLE names it");
        int survived = 0;
        try (Stream<Path> files = Files.list(oracle)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                if (UrdbFile.read(file).getFirst() instanceof UrdbRate rate) {
                    check(rate.tariff(), new TreeSet<>(rate.energyBands()));
                    survived++;
                }
            }
        }
        assertThat(survived).isGreaterThanOrEqualTo(86);
    }

    private void check(Tariff tariff, Set<String> bands) throws IOException {
        Set<String> demandBands = tariff.demandBands();
        UrdbText text = new UrdbText(
                tariff,
                "copy",
                LocalDate.of(2023, 1, 1),
                hours(bands),
                demandBands.isEmpty() ? null : hours(demandBands));
        assertThat(text.write()).as(tariff.id()).isInstanceOf(UrdbText.Written.class);
        Path copy = Files.writeString(folder.resolve("copy.json"), ((UrdbText.Written) text.write()).json());
        ParsedRate read = UrdbFile.read(copy).getFirst();
        assertThat(read).as(tariff.id() + ": " + read).isInstanceOf(UrdbRate.class);
        Tariff again = ((UrdbRate) read).tariff();
        List<String> energyOrder = components(tariff, BandCharge.class)
                .flatMap(charge -> charge.bands().stream())
                .map(BandLadder::band)
                .toList();
        List<String> demandOrder = components(tariff, DemandCharge.class)
                .flatMap(charge -> charge.bands().names().stream())
                .toList();
        Random random = new Random(tariff.id().hashCode());
        for (int i = 0; i < MONTHS_TRIED; i++) {
            LocalDate from = LocalDate.of(2023, 1, 1).plusMonths(i);
            Map<String, Fraction> usage = drawn(energyOrder, random, 3_000_000);
            Map<String, Fraction> demand = drawn(demandOrder.isEmpty() ? List.of("0") : demandOrder, random, 900_000);
            DateRange month = DateRange.of(from, from.plusMonths(1));
            assertThat(again.resolve(month, 1)
                            .rate(BillDeterminants.of(numbered(energyOrder, usage), numbered(demandOrder, demand)))
                            .unrounded()
                            .total())
                    .as(tariff.id() + " in " + month)
                    .isEqualByComparingTo(tariff.resolve(month, 1)
                            .rate(BillDeterminants.of(usage, demand))
                            .unrounded()
                            .total());
        }
    }

    private static <T extends TariffComponent> Stream<T> components(Tariff tariff, Class<T> kind) {
        return tariff.versions().getFirst().components().stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Map<String, Fraction> drawn(List<String> bands, Random random, int most) {
        Map<String, Fraction> drawn = new HashMap<>();
        bands.forEach(band -> drawn.put(band, Fraction.of(random.nextInt(most), 1_000)));
        return drawn;
    }

    /// As a record numbers them.
    private static Map<String, Fraction> numbered(List<String> order, Map<String, Fraction> quantities) {
        if (order.isEmpty()) {
            return quantities;
        }
        Map<String, Fraction> numbered = new HashMap<>();
        quantities.forEach((band, quantity) -> numbered.put(Integer.toString(order.indexOf(band)), quantity));
        return numbered;
    }

    /// Some calendar in which each band has an hour; when it is decides no price of a month.
    private static TimeBands hours(Set<String> bands) {
        List<String> left = new ArrayList<>(bands);
        List<BandSeason> seasons = new ArrayList<>();
        for (Month month : Month.values()) {
            List<BandWindow> windows = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                String band = left.size() > 1 ? left.removeFirst() : left.getFirst();
                windows.add(new BandWindow(band, EnumSet.allOf(BandDay.class), hour * 60, hour * 60 + 60));
            }
            seasons.add(new BandSeason(month.name(), MonthDay.of(month, 1), windows));
        }
        return new TimeBands(ZoneOffset.UTC, seasons, Set.of(), Set.of());
    }
}
