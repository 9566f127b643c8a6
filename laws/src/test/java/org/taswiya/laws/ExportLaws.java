package org.taswiya.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.SurplusSettlement;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.laws.reference.Ratio;

/// What is fed in is credited, or comes off the usage, as the rule says, reckoned with plain ratios.
class ExportLaws {
    private static final Decimal VAT_OF_USAGE = Decimal.parse("0.14");
    private static final Decimal VAT_OF_EXPORT = Decimal.parse("0.2");

    /// Months in a row, each with what was used and fed in.
    record Drawn(
            BlockCharge energy,
            FixedCharge meter,
            List<BlockTier> credited,
            Decimal settled,
            TaxBasis basis,
            LocalDate from,
            List<Ratio> used,
            List<Ratio> exported) {}

    @Property(tries = 2_000)
    void aCreditIsWhatItsBlocksSay(@ForAll("drawn") Drawn drawn) {
        Rating rating = credited(drawn, true);
        assertThat(AsReference.unrounded(rating, "export"))
                .isEqualByComparingTo(Ratio.ZERO.minus(
                        AsReference.ladder(drawn.credited(), drawn.exported().getFirst())));
        assertThat(AsReference.unrounded(rating, "energy"))
                .isEqualByComparingTo(
                        AsReference.ladder(drawn.energy().tiers(), drawn.used().getFirst()));
        assertThat(rating.lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
    }

    /// A bill is never below zero where the book does not say so; where it would be, as little as can be is left out.
    @Property(tries = 3_000)
    void aBillIsNeverBelowZero(@ForAll("drawn") Drawn drawn) {
        long paid = credited(drawn, true).total().minorUnits();
        Rating limited = credited(drawn, false);
        if (paid >= 0) {
            assertThat(limited.total().minorUnits()).isEqualTo(paid);
        } else {
            assertThat(limited.total().minorUnits()).isBetween(0L, 1L);
        }
        assertThat(limited.lines())
                .allSatisfy(line -> assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount()));
        Statistics.label("limited").collect(paid < 0);
    }

    @Property(tries = 1_000)
    void moreFedInNeverCostsMore(@ForAll("drawn") Drawn drawn) {
        List<Ratio> more = List.of(drawn.exported().getFirst().plus(Ratio.of(1, 3)));
        Drawn other = new Drawn(
                drawn.energy(),
                drawn.meter(),
                drawn.credited(),
                drawn.settled(),
                drawn.basis(),
                drawn.from(),
                drawn.used(),
                more);
        for (boolean isPaidOut : new boolean[] {true, false}) {
            assertThat(credited(other, isPaidOut).total())
                    .isLessThanOrEqualTo(credited(drawn, isPaidOut).total().plus(rounding()));
        }
    }

    /// A tax of each class and a line of each block is rounded by itself.
    private static Money rounding() {
        return Money.ofMinor(3);
    }

    /// Month by month energy is neither made nor lost: use less what was fed in is what was billed less what is
    /// left over, however many months carried it on.
    @Property(tries = 1_000)
    void energyIsCarriedOnMonthByMonth(@ForAll("drawn") Drawn drawn) {
        Ratio carried = Ratio.ZERO;
        Ratio billed = Ratio.ZERO;
        Ratio used = Ratio.ZERO;
        Ratio exported = Ratio.ZERO;
        for (int month = 0; month < drawn.used().size(); month++) {
            LocalDate from = drawn.from().plusMonths(month);
            Ratio given = drawn.exported().get(month).plus(carried);
            Rating rating = netted(drawn, from, month, carried, Month.from(from).minus(1));
            Ratio left = drawn.used().get(month).minus(given);
            assertThat(AsReference.ratio(rating.usage())).isEqualByComparingTo(left.signum() > 0 ? left : Ratio.ZERO);
            assertThat(AsReference.unrounded(rating, "energy"))
                    .isEqualByComparingTo(
                            AsReference.ladder(drawn.energy().tiers(), left.signum() > 0 ? left : Ratio.ZERO));
            carried = carriedOut(rating);
            billed = billed.plus(AsReference.ratio(rating.usage()));
            used = used.plus(drawn.used().get(month));
            exported = exported.plus(drawn.exported().get(month));
        }
        assertThat(used.minus(exported)).isEqualByComparingTo(billed.minus(carried));
    }

    private static Ratio carriedOut(Rating rating) {
        return AsReference.ratio(Objects.requireNonNull(rating.carriedOut().get("")));
    }

    /// The month of the settlement carries nothing on, and credits what it would have.
    @Property(tries = 1_000)
    void aSettlementPaysWhatWouldBeCarriedOn(@ForAll("drawn") Drawn drawn) {
        Rating carrying = netted(
                drawn, drawn.from(), 0, Ratio.ONE, Month.from(drawn.from()).plus(1));
        Rating settling = netted(drawn, drawn.from(), 0, Ratio.ONE, Month.from(drawn.from()));
        assertThat(settling.carriedOut().get("")).isEqualByComparingTo(Fraction.ZERO);
        Ratio surplus = carriedOut(carrying);
        assertThat(AsReference.unrounded(settling, "own"))
                .isEqualByComparingTo(Ratio.ZERO.minus(surplus.times(Ratio.of(drawn.settled()))));
        assertThat(AsReference.unrounded(settling, "energy"))
                .isEqualByComparingTo(AsReference.unrounded(carrying, "energy"));
    }

    @Property(tries = 500)
    void nothingFedInChangesNothing(@ForAll("drawn") Drawn drawn) {
        Drawn none = new Drawn(
                drawn.energy(),
                drawn.meter(),
                drawn.credited(),
                drawn.settled(),
                drawn.basis(),
                drawn.from(),
                drawn.used(),
                List.of(Ratio.ZERO, Ratio.ZERO, Ratio.ZERO));
        Rating without = tariff(none, List.of(drawn.energy(), drawn.meter()))
                .resolve(month(drawn.from()), 1)
                .rate(AsReference.fraction(drawn.used().getFirst()));
        assertThat(credited(none, false).total()).isEqualTo(without.total());
        assertThat(netted(none, drawn.from(), 0, Ratio.ZERO, Month.JANUARY).total())
                .isEqualTo(without.total());
    }

    private static Rating credited(Drawn drawn, boolean isPaidOut) {
        ExportCredit credit = new ExportCredit(
                "export",
                Unit.KILOWATT_HOUR,
                null,
                TariffComponent.ALL_YEAR,
                isPaidOut,
                drawn.credited(),
                "export",
                "");
        BillDeterminants use = BillDeterminants.of(
                        AsReference.fraction(drawn.used().getFirst()))
                .with(Map.of(
                        Determinant.EXPORTED_ENERGY,
                        AsReference.fraction(drawn.exported().getFirst())));
        return tariff(drawn, List.of(drawn.energy(), drawn.meter(), credit))
                .resolve(month(drawn.from()), 1)
                .rate(use);
    }

    private static Rating netted(Drawn drawn, LocalDate from, int month, Ratio carried, Month settledIn) {
        NetMetering own = new NetMetering(
                "own", Unit.KILOWATT_HOUR, new SurplusSettlement(settledIn, drawn.settled()), true, "export", "");
        BillDeterminants use = BillDeterminants.of(
                        AsReference.fraction(drawn.used().get(month)))
                .with(Map.of(
                        Determinant.EXPORTED_ENERGY,
                        AsReference.fraction(drawn.exported().get(month)),
                        Determinant.CARRIED_IN,
                        AsReference.fraction(carried)));
        return tariff(drawn, List.of(own, drawn.energy(), drawn.meter()))
                .resolve(month(from), 1)
                .rate(use);
    }

    private static DateRange month(LocalDate from) {
        return DateRange.of(from, from.plusMonths(1));
    }

    private static Tariff tariff(Drawn drawn, List<? extends TariffComponent> components) {
        return new Tariff(
                "x/sun",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                drawn.basis(),
                0,
                List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, List.copyOf(components))),
                List.of(
                        new ValueAddedTax("VAT", "energy", List.of(new DatedRate(LocalDate.MIN, VAT_OF_USAGE)), ""),
                        new ValueAddedTax("VAT", "export", List.of(new DatedRate(LocalDate.MIN, VAT_OF_EXPORT)), "")));
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Tapes.tapes().map(tape -> draw(new Choices(tape)));
    }

    private static Drawn draw(Choices choices) {
        List<Ratio> used = new ArrayList<>();
        List<Ratio> exported = new ArrayList<>();
        for (int month = 0; month < 3; month++) {
            used.add(choices.percent(10) ? Ratio.ZERO : Ratio.of(choices.below(300_000), 1_000));
            boolean isExact = choices.percent(10);
            exported.add(isExact ? used.getLast() : Ratio.of(choices.below(400_000), 1_000));
        }
        return new Drawn(
                new BlockCharge("energy", Unit.KILOWATT_HOUR, false, tiers(choices, 5_000), "energy", ""),
                new FixedCharge("meter", Decimal.of(choices.below(30)), ChargedPer.MONTH, "energy", ""),
                tiers(choices, 10_000),
                Decimal.ofSteps(choices.below(5_000), 4),
                choices.percent(50) ? TaxBasis.BEFORE_TAX : TaxBasis.TAX_INCLUDED,
                LocalDate.of(2023, 1, 1).plusMonths(choices.below(24)),
                used,
                exported);
    }

    private static List<BlockTier> tiers(Choices choices, int dearest) {
        List<BlockTier> tiers = new ArrayList<>();
        long bound = 0;
        int count = choices.between(1, 3);
        for (int i = 0; i < count; i++) {
            bound += choices.between(1, 150);
            Decimal upTo = i == count - 1 ? null : Decimal.of(bound);
            tiers.add(new BlockTier(
                    upTo, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ofSteps(choices.between(0, dearest), 4)));
        }
        return tiers;
    }
}
