package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// One rule of a tariff version that yields charge lines.
public sealed interface TariffComponent
        permits TariffComponent.BlockCharge,
                TariffComponent.VolumeCharge,
                TariffComponent.BandCharge,
                TariffComponent.DemandCharge,
                TariffComponent.FixedCharge,
                TariffComponent.SizedCharge,
                TariffComponent.ExportCredit,
                TariffComponent.NetMetering,
                TariffComponent.UnitCharge,
                TariffComponent.Rider,
                TariffComponent.Discount,
                TariffComponent.MaximumCharge,
                TariffComponent.SewerCharge,
                TariffComponent.MinimumCharge,
                TariffComponent.YearLimit,
                PowerComponent {
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

        /// Whether some bound is to be multiplied by the highest demand of the period.
        boolean isBoundByDemand() {
            return bands.stream().anyMatch(ladder -> ladder.basis().isOfDemand());
        }
    }

    /// A price a month of the highest demand, block by block.
    ///
    /// @param bands in which demand counts
    /// @param months of the year in which it is due, any number of them
    /// @param tiers from the lowest, the last one open, all progressive
    record DemandCharge(
            String code,
            Unit unit,
            DemandBands bands,
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

    /// A credit for energy that was fed in, block by block. It comes off after everything else: no rider is on it and
    /// no minimum tops it up.
    ///
    /// @param band in which it was fed in; null for the whole period
    /// @param months of the year in which it is due, any number of them
    /// @param isPaidOut whether a bill may be below zero by it; else what is above the bill is lost
    /// @param tiers what a unit is credited with, zero or more, from the lowest, the last one open, all progressive
    record ExportCredit(
            String code,
            Unit unit,
            @Nullable String band,
            Set<Month> months,
            boolean isPaidOut,
            List<BlockTier> tiers,
            String taxClass,
            String clause)
            implements TariffComponent {
        public ExportCredit {
            months = Set.copyOf(months);
            tiers = List.copyOf(tiers);
        }

        @Override
        public Set<Determinant> determinants() {
            return Set.of(Determinant.EXPORTED_ENERGY);
        }
    }

    /// Energy that was fed in is taken off the usage of the period, time band by time band where usage is; the surplus
    /// is carried on to the next period as energy.
    ///
    /// @param settlement what becomes of the surplus once a year; null where it is carried on for ever
    /// @param isPaidOut whether a bill may be below zero by the settlement; else what is above the bill is lost
    /// @param since the first day on which energy is carried on; null for that of the version
    record NetMetering(
            String code,
            Unit unit,
            @Nullable SurplusSettlement settlement,
            boolean isPaidOut,
            @Nullable LocalDate since,
            String taxClass,
            String clause)
            implements TariffComponent {

        /// As books state it.
        public NetMetering(
                String code,
                Unit unit,
                @Nullable SurplusSettlement settlement,
                boolean isPaidOut,
                String taxClass,
                String clause) {
            this(code, unit, settlement, isPaidOut, null, taxClass, clause);
        }

        NetMetering since(LocalDate day) {
            return new NetMetering(code, unit, settlement, isPaidOut, day, taxClass, clause);
        }

        @Override
        public Set<Determinant> determinants() {
            return EnumSet.of(Determinant.EXPORTED_ENERGY, Determinant.CARRIED_IN);
        }

        /// Whether a period carries nothing on.
        public boolean settles(DateRange period) {
            return settlement != null && settlement.isOf(period);
        }
    }

    /// @param month the surplus of a period whose last day is in it is settled, and of one that has all of it
    /// @param price what a unit is credited with, zero or more
    record SurplusSettlement(Month month, Decimal price) {

        /// Of periods that follow each other one at least is each year, however long they are.
        boolean isOf(DateRange period) {
            LocalDate end = LocalDate.of(period.to().getYear(), month, 1).plusMonths(1);
            LocalDate last = end.isAfter(period.to()) ? end.minusYears(1) : end;
            return period.to().minusDays(1).getMonth() == month
                    || !last.minusMonths(1).isBefore(period.from());
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
    record Rider(String code, Set<String> of, Decimal rate, String taxClass, String clause) implements TariffComponent {
        public Rider {
            of = Set.copyOf(of);
        }
    }

    /// What is taken off other charges: a share of them, or an amount of time; before any maximum and minimum.
    ///
    /// @param of the codes of the charges; empty for all that hang on no others
    /// @param off above zero: a share up to one where `per` is null, else an amount
    /// @param isLimited whether no more is taken off than the charges come to
    /// @param where what has to be 1 for it; null where everybody has it
    record Discount(
            String code,
            Set<String> of,
            Decimal off,
            @Nullable ChargedPer per,
            boolean isLimited,
            @Nullable Determinant where,
            String taxClass,
            String clause)
            implements TariffComponent {
        public Discount {
            of = Set.copyOf(of);
        }

        @Override
        public Set<Determinant> determinants() {
            return where == null ? Set.of() : Set.of(where);
        }
    }

    /// Takes other charges down to an amount of time, or to an average price; before any minimum.
    ///
    /// @param of the codes of the charges; empty for all, and for every maximum above it in the version
    /// @param amount above zero
    /// @param per null where the amount is for a unit of usage
    record MaximumCharge(
            String code,
            Set<String> of,
            Decimal amount,
            @Nullable ChargedPer per,
            String taxClass,
            String clause) implements TariffComponent {
        public MaximumCharge {
            of = Set.copyOf(of);
        }
    }

    /// The water that comes back as sewage, priced by blocks.
    ///
    /// @param returned what of the water comes back, above zero
    /// @param winter null where water is counted as it was used all the year
    /// @param tiers from the lowest, the last one open, all progressive; their bounds are of sewage in a month
    record SewerCharge(
            String code,
            Unit unit,
            Decimal returned,
            @Nullable WinterRule winter,
            List<BlockTier> tiers,
            String taxClass,
            String clause)
            implements TariffComponent {
        public SewerCharge {
            tiers = List.copyOf(tiers);
        }

        @Override
        public Set<Determinant> determinants() {
            return winter == null || winter.ifUnknown() != null ? Set.of() : Set.of(Determinant.WINTER_AVERAGE);
        }

        @Override
        public Set<Determinant> optionalDeterminants() {
            return winter == null || winter.ifUnknown() == null ? Set.of() : Set.of(Determinant.WINTER_AVERAGE);
        }
    }

    /// Tops all other charges of the version up to an amount of time.
    record MinimumCharge(String code, Decimal amount, ChargedPer per, String taxClass, String clause)
            implements TariffComponent {}

    /// A minimum or a maximum of a year: all that was charged in it is topped up or taken down to an amount on the bill
    /// that ends the year, or supply. Credits for what was fed in are no part of it.
    ///
    /// @param amount above zero, of a whole year; a part of one counts by its days
    record YearLimit(
            String code, boolean isMaximum, Decimal amount, BlockSpan.Year year, String taxClass, String clause)
            implements TariffComponent {
        @Override
        public Set<Determinant> determinants() {
            return Set.of(Determinant.CHARGED_THIS_YEAR);
        }

        @Override
        public Set<Determinant> optionalDeterminants() {
            return EnumSet.of(Determinant.DAYS_THIS_YEAR, Determinant.FINAL_BILL);
        }
    }
}
