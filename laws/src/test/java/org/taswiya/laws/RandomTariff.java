package org.taswiya.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.TaxBasis;

/// Draws tariffs: ladders of every kind, followers, fixed and minimum charges, taxes, and changes of all of these.
final class RandomTariff {

    /// Changes of prices and taxes fall into the year from this day on.
    static final LocalDate CHANGES_FROM = LocalDate.of(2023, 10, 1);

    private static final int CHANGE_DAYS = 240;
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final List<String> TAX_CLASSES = List.of("energy", "rental", "upkeep");

    private final Choices choices;
    private final int decimals;
    private final int stepsPerMonth;

    private RandomTariff(Choices choices, int decimals, int stepsPerMonth) {
        this.choices = choices;
        this.decimals = decimals;
        this.stepsPerMonth = stepsPerMonth;
    }

    /// A tariff whose blocks matter to usages of about so many steps of `10^-decimals` a month.
    static Tariff draw(Choices choices, int decimals, int stepsPerMonth) {
        return new RandomTariff(choices, decimals, stepsPerMonth).draw();
    }

    private Tariff draw() {
        TaxBasis basis = choices.oneOf(TaxBasis.BEFORE_TAX, TaxBasis.BEFORE_TAX, TaxBasis.TAX_INCLUDED);
        List<LocalDate> changes = changes(choices.oneOf(1, 0, 2));
        List<TariffVersion> versions = new ArrayList<>();
        List<TariffComponent> components = components();
        Proration proration = proration();
        LocalDate from = LONG_AGO;
        for (LocalDate change : changes) {
            versions.add(new TariffVersion(from, change, proration, false, components));
            components = changed(components);
            proration = choices.percent(15) ? proration() : proration;
            from = change;
        }
        versions.add(new TariffVersion(from, null, proration, false, components));
        return new Tariff("random", "energy", "MAD", Unit.KILOWATT_HOUR, basis, 18, versions, taxes());
    }

    private List<LocalDate> changes(int count) {
        Set<LocalDate> days = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            days.add(choices.dayWithin(CHANGES_FROM, CHANGE_DAYS));
        }
        return List.copyOf(days);
    }

    private Proration proration() {
        Proration.DayCount bounds = dayCount();
        Proration.DayCount charges = choices.percent(80) ? bounds : dayCount();
        Integer boundDecimals = choices.percent(15) ? choices.between(decimals, decimals + 1) : null;
        return new Proration(bounds, charges, boundDecimals);
    }

    private Proration.DayCount dayCount() {
        return choices.oneOf(Proration.DayCount.NONE, Proration.DayCount.NONE, Proration.DayCount.DAYS_30);
    }

    // Components

    private List<TariffComponent> components() {
        List<TariffComponent> components = new ArrayList<>();
        components.add(ladder("energy"));
        if (choices.percent(30)) {
            components.add(follower("sanitation", ladderOf(components)));
        }
        int fixed = choices.below(3);
        for (int i = 0; i < fixed; i++) {
            components.add(new FixedCharge("fixed-" + i, price(2, 2_000), per(), taxClass(), ""));
        }
        if (choices.percent(10)) {
            components.add(ladder("network"));
        }
        if (choices.percent(20)) {
            components.add(minimum());
        }
        return components;
    }

    private static BlockCharge ladderOf(List<TariffComponent> components) {
        return (BlockCharge) components.getFirst();
    }

    /// Some components change, some stay as they are, one may come or go.
    private List<TariffComponent> changed(List<TariffComponent> components) {
        List<TariffComponent> result = new ArrayList<>();
        for (TariffComponent component : components) {
            boolean changes = choices.percent(60);
            switch (component) {
                case BlockCharge block -> result.add(changes ? changed(block) : block);
                case VolumeCharge volume -> {
                    BlockCharge ladder = ladderOf(result);
                    boolean fits = ladder.tiers().size() == volume.prices().size();
                    result.add(changes || !fits ? follower(volume.code(), ladder) : volume);
                }
                case FixedCharge fixed -> {
                    if (!choices.percent(10)) {
                        Decimal price = changes ? price(2, 2_000) : fixed.price();
                        result.add(new FixedCharge(fixed.code(), price, fixed.per(), fixed.taxClass(), ""));
                    }
                }
                case MinimumCharge minimum -> {
                    if (!choices.percent(10)) {
                        result.add(changes ? minimum() : minimum);
                    }
                }
                case TariffComponent other -> throw new IllegalStateException("drawn elsewhere: " + other);
            }
        }
        return result;
    }

    private BlockCharge changed(BlockCharge block) {
        if (choices.percent(30)) {
            return ladder(block.code());
        }
        List<BlockTier> tiers = block.tiers().stream()
                .map(tier -> new BlockTier(tier.upTo(), tier.tolerance(), tier.mode(), unitPrice()))
                .toList();
        return new BlockCharge(block.code(), block.unit(), block.rule(), block.months(), tiers, block.taxClass(), "");
    }

    private BlockCharge ladder(String code) {
        int count = choices.oneOf(2, 1, 3, 4, 5, 6);
        int selectiveFrom = choices.between(0, count);
        boolean mixed = choices.percent(15);
        List<BlockTier> tiers = new ArrayList<>();
        long upTo = 0;
        for (int i = 0; i < count; i++) {
            boolean selective = mixed ? choices.percent(50) : i >= selectiveFrom;
            BlockMode mode = selective ? BlockMode.SELECTIVE : BlockMode.PROGRESSIVE;
            Decimal tolerance =
                    choices.percent(25) ? Decimal.ofSteps(choices.between(1, stepsPerMonth), decimals) : Decimal.ZERO;
            upTo += 1 + choices.below(stepsPerMonth) + tolerance.steps(decimals);
            boolean open = i == count - 1;
            tiers.add(
                    open
                            ? new BlockTier(null, Decimal.ZERO, mode, unitPrice())
                            : new BlockTier(
                                    Decimal.ofSteps(upTo, decimals).minus(tolerance), tolerance, mode, unitPrice()));
        }
        boolean perHousehold = choices.percent(70);
        BlockSpan span = choices.percent(10) ? new BlockSpan.Day() : new BlockSpan.Month();
        BlockRule rule = new BlockRule(perHousehold, span, null, Collections.emptySortedMap());
        return new BlockCharge(code, Unit.KILOWATT_HOUR, rule, TariffComponent.ALL_YEAR, tiers, taxClass(), "");
    }

    private VolumeCharge follower(String code, BlockCharge followed) {
        List<Decimal> prices =
                followed.tiers().stream().map(tier -> unitPrice()).toList();
        return new VolumeCharge(code, followed.code(), prices, taxClass(), "");
    }

    private MinimumCharge minimum() {
        return new MinimumCharge("minimum", price(2, 20_000), per(), taxClass(), "");
    }

    private ChargedPer per() {
        return choices.percent(80) ? ChargedPer.MONTH : choices.oneOf(ChargedPer.DAY, ChargedPer.YEAR);
    }

    private String taxClass() {
        return choices.oneOf(TAX_CLASSES);
    }

    private Decimal unitPrice() {
        return choices.percent(70) ? price(4, 30_000) : price(choices.below(3), 40);
    }

    private Decimal price(int scale, int most) {
        return new Decimal(1 + choices.below(most), scale);
    }

    // Taxes

    private List<Tax> taxes() {
        List<Tax> taxes = new ArrayList<>();
        for (String taxClass : TAX_CLASSES) {
            List<DatedRate> rates = new ArrayList<>();
            rates.add(new DatedRate(LONG_AGO, rate()));
            changes(choices.oneOf(0, 0, 1, 2)).forEach(day -> rates.add(new DatedRate(day, rate())));
            taxes.add(new Tax.ValueAddedTax("VAT", taxClass, rates, ""));
        }
        if (choices.percent(50)) {
            taxes.add(levy());
        }
        taxes.add(new Tax.PaymentDuty(
                "STAMP", PaymentChannel.CASH, List.of(new DatedRate(LONG_AGO, Decimal.parse("0.0025"))), ""));
        return taxes;
    }

    private Decimal rate() {
        return Decimal.parse(choices.oneOf("0.2", "0.14", "0", "0.07", "0.1", "0.055"));
    }

    private Tax levy() {
        List<LevyVersion> versions = new ArrayList<>();
        if (choices.percent(80)) {
            versions.add(levyVersion(LONG_AGO));
        }
        changes(choices.oneOf(0, 1)).forEach(day -> versions.add(levyVersion(day)));
        return new Tax.VolumeLevy("LEVY", versions, "");
    }

    private LevyVersion levyVersion(LocalDate from) {
        List<LevyTier> tiers = new ArrayList<>();
        long upTo = 0;
        int closed = choices.below(3);
        for (int i = 0; i < closed; i++) {
            upTo += 1 + choices.below(stepsPerMonth);
            tiers.add(new LevyTier(Decimal.ofSteps(upTo, decimals), levyRate()));
        }
        tiers.add(new LevyTier(null, levyRate()));
        Decimal exempt = Decimal.ofSteps(choices.below(2 * stepsPerMonth), decimals);
        return new LevyVersion(from, exempt, tiers, cap());
    }

    private Decimal levyRate() {
        return new Decimal(choices.below(100), choices.below(3));
    }

    private @Nullable Decimal cap() {
        return choices.percent(40) ? price(choices.below(3), 300) : null;
    }
}
