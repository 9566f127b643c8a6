package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;

/// A house pays 1.00 up to 100 and 2.00 above, less 0.25 a kWh, and is credited 0.50 for what it feeds in, up to its
/// bill.
class LimitedCreditTest {
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
    private static final DateRange APRIL = DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
    private static final EnumSet<Month> ALL_YEAR = EnumSet.allOf(Month.class);

    private static Mill house(long used, long inMarch, long inApril) {
        BlockCharge energy = new BlockCharge(
                "energy",
                Unit.KILOWATT_HOUR,
                false,
                List.of(
                        new BlockTier(Decimal.of(100), Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ONE),
                        new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.of(2))),
                "all",
                "");
        UnitCharge less = new UnitCharge("less", Unit.KILOWATT_HOUR, ALL_YEAR, Decimal.parse("-0.25"), "all", "");
        ExportCredit credit =
                new ExportCredit("feed-in", Unit.KILOWATT_HOUR, null, ALL_YEAR, false, Mill.tiers("0.5"), "all", "");
        return new Mill(energy, less, credit)
                .reads("2026-03-01", 0)
                .reads("2026-05-01", used)
                .wasBilled(BilledPeriod.unbilled(MARCH))
                .shows(Determinant.EXPORTED_ENERGY, "2026-03-01", "0")
                .shows(Determinant.EXPORTED_ENERGY, "2026-04-01", Long.toString(inMarch))
                .shows(Determinant.EXPORTED_ENERGY, "2026-05-01", Long.toString(inMarch + inApril));
    }

    private static Proof proof(DraftBill bill) {
        if (bill.basis() instanceof Basis.OnReading(Settled settled)) {
            return settled.proof();
        }
        throw new AssertionError(bill.basis());
    }

    /// 62 kWh, of which 32 and 30 are in each month, are 55.80 with tax, less than what is credited for 500.
    @Test
    void theProofCreditsNoMoreThanBillsDo() {
        DraftBill bill = house(62, 500, 0).bill("2026-05-01");
        assertThat(bill.total()).isEqualTo(Money.parse("27.00")); // April: 30 x 0.75 x 1.2
        assertThat(proof(bill).monthWise()).isEqualTo(Money.parse("27.00"));
        assertThat(proof(bill).lump()).isEqualTo(Money.parse("55.80"));
        assertThat(proof(bill).cheapest().total()).isEqualTo(Money.ZERO); // all of it in March
    }

    /// What a month costs is priced right at each step between its bends, so that no division is missed.
    @Property(tries = 300)
    void everyDivisionIsPricedAsABillWouldBe(
            @ForAll @IntRange(max = 400) int used,
            @ForAll @IntRange(max = 600) int inMarch,
            @ForAll @IntRange(max = 600) int inApril) {
        AgreementInput input = house(used, inMarch, inApril).input();
        PeriodPrices prices = new PeriodPrices(input.tariff(), 1, input.askedFor(), new SharedPrices());
        ResolvedTariff march = prices.of(MARCH);
        ResolvedTariff april = prices.of(APRIL);
        CostCurve curve = CostCurve.of(march, Fraction.ZERO, 0, used);
        Money least = null;
        for (long step = 0; step <= used; step++) {
            assertThat(curve.at(step)).isEqualByComparingTo(march.unroundedTotal(Fraction.of(step)));
            Money rounded = march.rate(Fraction.of(step)).total();
            Money exact = march.unroundedTotal(Fraction.of(step)).toMoneyHalfUp();
            assertThat(rounded.minus(exact).minorUnits()).isBetween(-2L, 2L);
            Money both = march.unroundedTotal(Fraction.of(step))
                    .plus(april.unroundedTotal(Fraction.of(used - step)))
                    .toMoneyHalfUp();
            least = least == null || both.compareTo(least) < 0 ? both : least;
        }
        assertThat(proof(house(used, inMarch, inApril).bill("2026-05-01"))
                        .cheapest()
                        .total())
                .isEqualTo(least);
    }
}
