package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;

/// Where every hour has the same price, bills by time band come to what bills without any do, however the usage falls
/// on bands and days, and whatever was estimated first.
class BandSettlementLaws {
    private static final String PRICE = "0.9";
    private static final DateRange APRIL = DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));

    /// What is used on each day of two months in each of three bands, and what April was estimated at.
    record Drawn(List<Long> april, List<Long> may, long estimate) {
        private static long ofMonth(List<Long> day, int days) {
            return days * day.stream().mapToLong(Long::longValue).sum();
        }

        long inApril() {
            return ofMonth(april, 30);
        }

        long inMay() {
            return ofMonth(may, 31);
        }
    }

    @Property(tries = 300)
    void settledByBandIsSettledWithoutAny(@ForAll("drawn") Drawn drawn) {
        Money inBands = settled(counted(new Mill(bands()).hasCalendar(), drawn), counted(banded(), drawn), drawn);
        Money plain = settled(new Mill(plain()), new Mill(plain()), drawn);
        assertThat(inBands).isEqualTo(plain);
    }

    /// April estimated, or as good as: billed at some other usage than was read in the end. Both months together.
    private static Money settled(Mill first, Mill second, Drawn drawn) {
        DraftBill april = first.reads("2026-04-01", 0)
                .reads("2026-05-01", drawn.inApril())
                .bill("2026-05-01");
        Amounts billed = april.amounts();
        DraftBill may = second.reads("2026-04-01", 0)
                .reads("2026-06-01", drawn.inApril() + drawn.inMay())
                .wasBilled(BilledPeriod.estimated(APRIL, Decimal.of(drawn.estimate()), billed))
                .bill("2026-06-01");
        return april.total().plus(may.total());
    }

    private static Mill banded() {
        return new Mill(bands()).hasCalendar();
    }

    private static Mill counted(Mill mill, Drawn drawn) {
        return counted(
                counted(mill, "2026-04-01", "2026-05-01", drawn.april()), "2026-05-01", "2026-06-01", drawn.may());
    }

    private static Mill counted(Mill mill, String from, String to, List<Long> day) {
        return mill.counts(
                from,
                to,
                day.get(0).toString(),
                day.get(1).toString(),
                day.get(2).toString(),
                "0");
    }

    private static BandCharge bands() {
        List<BandLadder> alike = List.of("day", "night", "peak").stream()
                .map(band -> new BandLadder(band, BoundBasis.MONTH, Mill.tiers(PRICE)))
                .toList();
        return new BandCharge("energy", Unit.KILOWATT_HOUR, alike, "all", "");
    }

    private static UnitCharge plain() {
        return new UnitCharge(
                "energy", Unit.KILOWATT_HOUR, EnumSet.allOf(Month.class), Decimal.parse(PRICE), "all", "");
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        Arbitrary<List<Long>> day = Arbitraries.longs().between(0, 60).list().ofSize(3);
        return Combinators.combine(day, day, Arbitraries.longs().between(0, 9_000))
                .as(Drawn::new);
    }
}
