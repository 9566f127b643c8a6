package org.taswiya.bench;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BandTotals;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.tariff.Totals;

/// Totals of a month without a line: of a tariff of the town, and of one with time bands and demand.
///
/// Usages are drawn once by a fixed seed, at the resolution of a meter's dial and of a recorder.
final class TotalsTrial {
    private static final int USAGES = 1 << 14;
    private static final DateRange MONTH = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 1));
    private static final int USAGE_MOST = 700;
    private static final int BAND_MOST = 900_000;
    private static final int DEMAND_MOST = 60_000;
    private static final int RECORDER_DECIMALS = 3;
    private static final List<String> BANDS = List.of("peak", "shoulder", "off-peak");
    private static final List<String> DEMAND_BANDS = List.of("peak", "other");

    private TotalsTrial() {}

    /// Of one register.
    static LongSupplier simple(Tariff tariff) {
        Totals totals = Totals.of(tariff.resolve(MONTH, 1), 0);
        long[] usages = drawn(USAGES, USAGE_MOST);
        return () -> {
            long sum = 0;
            for (long usage : usages) {
                sum += totals.total(usage);
            }
            return count(sum);
        };
    }

    /// Of three time bands in four blocks, demand of the month and of the peak.
    static LongSupplier bands() {
        BandTotals totals = BandTotals.of(new BandTotals.Asked(
                tariff().resolve(MONTH, 1), BANDS, RECORDER_DECIMALS, DEMAND_BANDS, RECORDER_DECIMALS));
        long[][] usages = new long[USAGES][];
        long[][] demands = new long[USAGES][];
        Random random = new Random(1);
        for (int i = 0; i < USAGES; i++) {
            usages[i] = random.longs(BANDS.size(), 0, BAND_MOST).toArray();
            demands[i] = random.longs(DEMAND_BANDS.size(), 0, DEMAND_MOST).toArray();
        }
        return () -> {
            long sum = 0;
            for (int i = 0; i < USAGES; i++) {
                sum += totals.total(usages[i], demands[i]);
            }
            return count(sum);
        };
    }

    /// How many they were; the sum has to be used, or the compiler leaves it out.
    private static long count(long sum) {
        if (sum == 0) {
            throw new IllegalStateException("everything for nothing");
        }
        return USAGES;
    }

    private static long[] drawn(int count, int most) {
        return new Random(1).longs(count, 0, most).toArray();
    }

    private static Tariff tariff() {
        List<TariffComponent> components = List.of(
                new BandCharge(
                        "energy",
                        Unit.KILOWATT_HOUR,
                        List.of(
                                ladder("peak", "0.2911", "0.3177", "0.3523", "0.4102"),
                                ladder("shoulder", "0.1744", "0.1925", "0.2108", "0.2417"),
                                ladder("off-peak", "0.0891", "0.0977", "0.1063", "0.1204")),
                        "energy",
                        ""),
                demand("demand", null, "3.55", "4.21"),
                demand("demand-peak", "peak", "9.238", "11.04"),
                new FixedCharge("fixed", Decimal.parse("0.4266"), ChargedPer.DAY, "energy", ""));
        return new Tariff(
                "bench/bands",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                0,
                List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, components)),
                List.of(new ValueAddedTax(
                        "VAT", "energy", List.of(new DatedRate(LocalDate.MIN, Decimal.parse("0.14"))), "")));
    }

    private static BandLadder ladder(String band, String first, String second, String third, String fourth) {
        return new BandLadder(
                band,
                BoundBasis.MONTH,
                List.of(
                        block(Decimal.of(150), first),
                        block(Decimal.of(400), second),
                        block(Decimal.of(1200), third),
                        block(null, fourth)));
    }

    private static DemandCharge demand(String code, @Nullable String band, String first, String second) {
        return new DemandCharge(
                code,
                Unit.KILOWATT,
                DemandBands.of(band),
                EnumSet.allOf(Month.class),
                List.of(block(Decimal.of(20), first), block(null, second)),
                "energy",
                "");
    }

    private static BlockTier block(@Nullable Decimal upTo, String price) {
        return new BlockTier(upTo, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.parse(price));
    }
}
