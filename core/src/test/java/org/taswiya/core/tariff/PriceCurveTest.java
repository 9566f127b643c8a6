package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// Blocks 0-10 at 2 and 10-20 at 3, then selective at 4; 6 a month; all with a fifth of tax.
class PriceCurveTest {
    private static final LocalDate START = LocalDate.of(2023, 3, 1);

    private static ResolvedTariff resolved(TariffComponent... more) {
        List<BlockTier> tiers = List.of(
                tier(10, "2", BlockMode.PROGRESSIVE),
                tier(20, "3", BlockMode.PROGRESSIVE),
                tier(null, "4", BlockMode.SELECTIVE));
        List<TariffComponent> components = new ArrayList<>(List.of(
                new BlockCharge("energy", Unit.KILOWATT_HOUR, false, tiers, "all", ""),
                new FixedCharge("fixed", Decimal.of(6), ChargedPer.MONTH, "all", "")));
        components.addAll(List.of(more));
        return new Tariff(
                        "x/curve",
                        "electricity",
                        "MAD",
                        Unit.KILOWATT_HOUR,
                        TaxBasis.BEFORE_TAX,
                        18,
                        List.of(new TariffVersion(START, null, Proration.NONE, false, components)),
                        List.of(new ValueAddedTax(
                                "VAT", "all", List.of(new DatedRate(START, Decimal.parse("0.2"))), "")))
                .resolve(DateRange.of(START, START.plusMonths(1)), 1);
    }

    private static BlockTier tier(@Nullable Integer upTo, String price, BlockMode mode) {
        return new BlockTier(upTo == null ? null : Decimal.of(upTo), Decimal.ZERO, mode, Decimal.parse(price));
    }

    @Test
    void aBlockIsAPieceAndASelectiveOneBeginsWithAJump() {
        assertThat(PriceCurve.of(resolved()).pieces())
                .extracting(piece -> piece.from() + " " + piece.to() + " "
                        + piece.cost().toText(1) + " " + piece.marginal().toText(1) + " "
                        + piece.jump().toText(1))
                .containsExactly(
                        "0 10 7.2 2.4 0.0", // 6 x 1.2; 2 x 1.2
                        "10 20 31.2 3.6 0.0", // 7.2 + 24
                        "20 null 103.2 4.8 36.0"); // (80 + 6) x 1.2; before it (50 + 6) x 1.2
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0", "5", "10", "10.5", "20", "20.001", "35"})
    void costsWhatItIsRatedAt(String usage) {
        Fraction exact = Fraction.of(Decimal.parse(usage));
        assertThat(PriceCurve.of(resolved()).at(exact))
                .isEqualByComparingTo(resolved().unroundedTotal(exact));
    }

    @ParameterizedTest(name = "more than {0}: {1}")
    @CsvSource({"0, 1", "40.7, 1", "40.8, 0"}) // the 21st costs 36 + 4.8
    void aCliffIsWhereTheNextUnitIsDear(String moreThan, int cliffs) {
        List<PriceCurve.Cliff> found = PriceCurve.of(resolved()).cliffs(Fraction.of(Decimal.parse(moreThan)));
        assertThat(found).hasSize(cliffs).allMatch(cliff -> cliff.above().equals(Fraction.of(20)));
    }

    @Test
    void aMinimumIsAPieceInWhichMoreCostsNothing() {
        MinimumCharge minimum = new MinimumCharge("minimum", Decimal.of(16), ChargedPer.MONTH, "all", "");
        assertThat(PriceCurve.of(resolved(minimum)).pieces().getFirst())
                .isEqualTo(new PriceCurve.Piece(
                        Fraction.ZERO,
                        Fraction.of(5), // 16 - 6 at 2
                        Fraction.of(96, 5),
                        Fraction.ZERO,
                        Fraction.ZERO));
    }

    @Test
    void aBendThatChangesNothingIsNone() {
        MinimumCharge reached = new MinimumCharge("minimum", Decimal.of(1), ChargedPer.MONTH, "all", "");
        assertThat(PriceCurve.of(resolved(reached)).pieces()).hasSize(3);
    }
}
