package org.taswiya.core.tariff;

import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// One rule of a tariff version on power: what was subscribed, what was drawn, and what did no work.
public sealed interface PowerComponent extends TariffComponent {

    /// A price of time of each unit of the subscribed power, block by block, whatever was drawn of it.
    ///
    /// @param band whose subscribed power it is; null where it is the same at every hour
    /// @param tiers from the lowest, the last one open, all progressive
    record SubscribedCharge(
            String code,
            Unit unit,
            @Nullable String band,
            ChargedPer per,
            List<BlockTier> tiers,
            String taxClass,
            String clause)
            implements PowerComponent {
        public SubscribedCharge {
            tiers = List.copyOf(tiers);
        }

        @Override
        public Set<Determinant> determinants() {
            return Set.of(Determinant.SUBSCRIBED_POWER);
        }
    }

    /// A price of each unit of the highest demand above the subscribed power a month, or of each time it was above.
    ///
    /// @param band in which both are counted; null for the whole period
    /// @param months of the year in which it is due, any number of them
    /// @param isByExceedance whether the price is of each time, however much it was above
    /// @param allowed how many times the subscribed power is let pass, 1 or a little above
    record OverrunCharge(
            String code,
            Unit unit,
            @Nullable String band,
            Set<Month> months,
            boolean isByExceedance,
            Decimal allowed,
            Decimal price,
            String taxClass,
            String clause)
            implements PowerComponent {
        public OverrunCharge {
            months = Set.copyOf(months);
        }

        @Override
        public Set<Determinant> determinants() {
            return Set.of(isByExceedance ? Determinant.EXCEEDANCES : Determinant.SUBSCRIBED_POWER);
        }
    }

    /// A price a month of the highest demand of the period, raised by a poor power factor and no less than its floors.
    ///
    /// @param months of the year in which it is due, any number of them
    /// @param powerFactor below which demand is multiplied by it over the power factor; null where none is asked for
    /// @param floors what is billed at least: of the past, of the subscribed power, or an amount
    /// @param tiers from the lowest, the last one open, all progressive
    record BilledDemandCharge(
            String code,
            Unit unit,
            Set<Month> months,
            @Nullable Decimal powerFactor,
            List<DemandFloor> floors,
            List<BlockTier> tiers,
            String taxClass,
            String clause)
            implements PowerComponent {
        public BilledDemandCharge {
            months = Set.copyOf(months);
            floors = List.copyOf(floors);
            tiers = List.copyOf(tiers);
        }

        @Override
        public Set<Determinant> determinants() {
            Set<Determinant> asked = EnumSet.noneOf(Determinant.class);
            floors.forEach(floor -> asked.addAll(floor.determinants()));
            if (powerFactor != null) {
                asked.add(Determinant.POWER_FACTOR);
            }
            return asked;
        }

        @Override
        public Set<Determinant> optionalDeterminants() {
            return powerFactor == null ? Set.of() : Set.of(Determinant.REACTIVE_ENERGY);
        }
    }

    /// A price of each kvarh above what is free with the usage.
    ///
    /// @param band in which both are counted; null for the whole period
    /// @param months of the year in which it is due, any number of them
    /// @param tanPhi the free kvarh of a kWh
    record ReactiveCharge(
            String code,
            @Nullable String band,
            Set<Month> months,
            Decimal tanPhi,
            Decimal price,
            String taxClass,
            String clause)
            implements PowerComponent {
        public ReactiveCharge {
            months = Set.copyOf(months);
        }

        @Override
        public Set<Determinant> determinants() {
            return Set.of(Determinant.REACTIVE_ENERGY);
        }
    }

    /// A percentage of other charges for each hundredth that the power factor is poor, or off them where it is good.
    ///
    /// @param of the codes of the charges; empty for all that hang on no others
    /// @param below the power factor under which each whole hundredth counts
    /// @param rate on top for each of them
    /// @param bonus what is taken off; null where nothing is
    record PowerFactorCharge(
            String code,
            Set<String> of,
            Decimal below,
            Decimal rate,
            @Nullable PowerFactorBonus bonus,
            String taxClass,
            String clause)
            implements PowerComponent {
        public PowerFactorCharge {
            of = Set.copyOf(of);
        }

        @Override
        public Set<Determinant> determinants() {
            return Set.of(Determinant.POWER_FACTOR);
        }

        /// Of which it is reckoned where it is not told.
        @Override
        public Set<Determinant> optionalDeterminants() {
            return Set.of(Determinant.REACTIVE_ENERGY);
        }
    }

    /// @param above the power factor over which each whole hundredth counts
    /// @param rate off for each of them
    record PowerFactorBonus(Decimal above, Decimal rate) {}
}
