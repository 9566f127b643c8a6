package org.taswiya.core.tariff;

import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// One rule of a tariff version that yields charge lines.
public sealed interface TariffComponent {
    Set<Month> ALL_YEAR = Set.of(Month.values());

    /// The component's code on bills and in answers, for example `energy`.
    String code();

    /// The class of value added tax that its lines belong to.
    String taxClass();

    /// Where the published tariff states it.
    String clause();

    /// What it asks for besides usage and demand, each to be told.
    default Set<Determinant> determinants() {
        return Set.of();
    }

    /// What it charges by where that is told, and need not be.
    default Set<Determinant> optionalDeterminants() {
        return Set.of();
    }

    /// The months of the year in which it is due.
    default Set<Month> months() {
        return ALL_YEAR;
    }

    /// Usage priced by blocks.
    ///
    /// @param rule how often bounds count
    /// @param months of the year in which it is due, any number of them; all where bounds are of a year
    /// @param tiers from the lowest, the last one open; all progressive where bounds are of a year
    record BlockCharge(
            String code,
            Unit unit,
            BlockRule rule,
            Set<Month> months,
            List<BlockTier> tiers,
            String taxClass,
            String clause)
            implements TariffComponent {
        public BlockCharge {
            months = Set.copyOf(months);
            tiers = List.copyOf(tiers);
        }

        /// Of a month, all the year.
        public BlockCharge(
                String code, Unit unit, boolean perHousehold, List<BlockTier> tiers, String taxClass, String clause) {
            this(code, unit, BlockRule.monthly(perHousehold), ALL_YEAR, tiers, taxClass, clause);
        }

        @Override
        public Set<Determinant> determinants() {
            return rule.determinants();
        }

        @Override
        public Set<Determinant> optionalDeterminants() {
            return rule.optionalDeterminants();
        }
    }

    /// A charge on the volume of another service, block by block: sanitation on water.
    ///
    /// It shares the blocks of the component it follows. Joint amounts are rounded, and this component gets what the
    /// followed one leaves.
    ///
    /// @param follows the code of the block charge whose volume and blocks count
    /// @param prices one for each block of the followed charge
    record VolumeCharge(String code, String follows, List<Decimal> prices, String taxClass, String clause)
            implements TariffComponent {
        public VolumeCharge {
            prices = List.copyOf(prices);
        }
    }

    /// Usage priced by the time band in which it fell, in blocks that all time bands share.
    ///
    /// With a usage of `T` in the whole period, block `k` of a band's ladder holds
    /// `q(k) = min(T, bound(k)) - bound(k-1)` of it, and a band with the usage `w` pays `w / T x q(k)` at its own price
    /// of that block: every band takes of each block what it has of the whole.
    ///
    /// @param bands each time band once
    record BandCharge(String code, Unit unit, List<BandLadder> bands, String taxClass, String clause)
            implements TariffComponent {
        public BandCharge {
            bands = List.copyOf(bands);
        }
    }

    /// A price a month of the highest demand, block by block.
    ///
    /// @param band in which demand counts; null where the highest of the whole period does
    /// @param months of the year in which it is due, any number of them
    /// @param tiers from the lowest, the last one open, all progressive
    record DemandCharge(
            String code,
            Unit unit,
            @Nullable String band,
            Set<Month> months,
            List<BlockTier> tiers,
            String taxClass,
            String clause)
            implements TariffComponent {
        public DemandCharge {
            months = Set.copyOf(months);
            tiers = List.copyOf(tiers);
        }
    }

    /// An amount of time, whatever the usage.
    record FixedCharge(String code, Decimal price, ChargedPer per, String taxClass, String clause)
            implements TariffComponent {}

    /// An amount of time that hangs on the size of something: of the meter, of a fire line.
    ///
    /// @param by what has the size
    /// @param prices size to price; a size that is not there has none and is refused
    record SizedCharge(
            String code,
            Determinant by,
            SortedMap<Decimal, Decimal> prices,
            ChargedPer per,
            String taxClass,
            String clause)
            implements TariffComponent {
        public SizedCharge {
            prices = Collections.unmodifiableSortedMap(new TreeMap<>(prices));
        }

        @Override
        public Set<Determinant> determinants() {
            return Set.of(by);
        }
    }

    /// A price for each unit of all usage, on top of other charges: an adjustment for fuel.
    ///
    /// @param months of the year in which it is due, any number of them
    /// @param price above or below zero
    record UnitCharge(String code, Unit unit, Set<Month> months, Decimal price, String taxClass, String clause)
            implements TariffComponent {
        public UnitCharge {
            months = Set.copyOf(months);
        }
    }

    /// A percentage of other charges of the version, before any minimum.
    ///
    /// @param of the codes of the charges, riders among them; empty for all that hang on no others
    /// @param rate above or below zero: 0.05 is 5 % on top
    record Rider(String code, Set<String> of, Decimal rate, String taxClass, String clause)
            implements TariffComponent {
        public Rider {
            of = Set.copyOf(of);
        }
    }

    /// Tops all other charges of the version up to an amount of time.
    record MinimumCharge(String code, Decimal amount, ChargedPer per, String taxClass, String clause)
            implements TariffComponent {}
}
