package org.taswiya.laws.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.BlockRule;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.Tax.VolumeLevy;

/// The rules of a tariff for every day of a period, equal days in a row put together: `exact.md` 4 and 5.
final class ReferenceRules {

    /// The rules of a component that hold on a day: as long as they are equal, its line goes on.
    ///
    /// @param others on which its amount depends too: those it is rounded together with, and for a minimum all
    /// @param bounds of the blocks of all of them, as they count in the period, by component
    /// @param months for which a monthly amount of all of them is due
    /// @param rates of value added tax, its own and those of the ones it is rounded together with
    record Rule(
            TariffComponent component,
            List<TariffComponent> others,
            Map<String, List<Ratio>> bounds,
            Ratio months,
            List<BigDecimal> rates) {}

    record Run<T>(T rule, LocalDate from, LocalDate to) {}

    record Levy(String code, Ratio months, @Nullable LevyVersion version) {}

    private final Tariff tariff;
    private final DateRange period;
    private final int households;
    final List<Run<Rule>> runs = new ArrayList<>();
    final List<Run<Levy>> levyRuns = new ArrayList<>();

    ReferenceRules(Tariff tariff, DateRange period, int households) {
        this.tariff = tariff;
        this.period = period;
        this.households = households;
        Set<String> codes = new LinkedHashSet<>();
        for (LocalDate day : days()) {
            version(day).components().forEach(component -> codes.add(component.code()));
        }
        for (String code : codes) {
            List<Optional<Rule>> daily =
                    days().stream().map(day -> rule(code, day)).toList();
            runs.addAll(runs(daily));
        }
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof VolumeLevy levy) {
                List<Optional<Levy>> daily = days().stream()
                        .map(day -> Optional.of(new Levy(
                                levy.code(), months(version(day).proration().bounds()), levyVersion(levy, day))))
                        .toList();
                levyRuns.addAll(runs(daily));
            }
        }
    }

    private List<LocalDate> days() {
        return period.from().datesUntil(period.to()).toList();
    }

    private <T> List<Run<T>> runs(List<Optional<T>> daily) {
        List<Run<T>> result = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= daily.size(); i++) {
            if (i == daily.size() || !daily.get(i).equals(daily.get(start))) {
                LocalDate from = period.from().plusDays(start);
                LocalDate to = period.from().plusDays(i);
                daily.get(start).ifPresent(rule -> result.add(new Run<>(rule, from, to)));
                start = i;
            }
        }
        return result;
    }

    private TariffVersion version(LocalDate day) {
        for (TariffVersion version : tariff.versions()) {
            if (!day.isBefore(version.from()) && (version.to() == null || day.isBefore(version.to()))) {
                return version;
            }
        }
        throw new IllegalArgumentException("No version on " + day);
    }

    private Optional<Rule> rule(String code, LocalDate day) {
        TariffVersion version = version(day);
        for (TariffComponent component : version.components()) {
            if (component.code().equals(code)) {
                return Optional.of(rule(component, version, day));
            }
        }
        return Optional.empty();
    }

    private Rule rule(TariffComponent component, TariffVersion version, LocalDate day) {
        List<TariffComponent> others = othersThatCount(component, version);
        Map<String, List<Ratio>> bounds = new TreeMap<>();
        boolean monthly = false;
        for (TariffComponent each :
                Stream.concat(Stream.of(component), others.stream()).toList()) {
            if (each instanceof BlockCharge block) {
                bounds.put(block.code(), bounds(block, version.proration()));
            }
            monthly |= per(each) != null && per(each) != ChargedPer.DAY;
        }
        List<BigDecimal> rates = new ArrayList<>(List.of(vatRate(component, day)));
        if (!(component instanceof MinimumCharge)) {
            others.forEach(other -> rates.add(vatRate(other, day)));
        }
        Ratio months = monthly ? months(version.proration().charges()) : Ratio.ONE;
        return new Rule(component, others, bounds, months, rates);
    }

    private static @Nullable ChargedPer per(TariffComponent component) {
        return switch (component) {
            case FixedCharge fixed -> fixed.per();
            case MinimumCharge minimum -> minimum.per();
            case TariffComponent _ -> null;
        };
    }

    private List<Ratio> bounds(BlockCharge block, Proration proration) {
        BlockRule rule = block.rule();
        Ratio times = switch (rule.span()) {
            case BlockSpan.Month _ -> months(proration.bounds());
            case BlockSpan.Day _ -> Ratio.of(period.days(), 1);
            case BlockSpan.Year _ -> throw new IllegalStateException("reckoned elsewhere: " + block);
        };
        Ratio scale = times.times(Ratio.of(rule.perHousehold() ? households : 1, 1));
        List<Ratio> bounds = new ArrayList<>();
        for (BlockTier tier : block.tiers()) {
            if (tier.upTo() != null) {
                Ratio bound =
                        Ratio.of(tier.upTo()).plus(Ratio.of(tier.tolerance())).times(scale);
                Integer decimals = proration.boundDecimals();
                bounds.add(decimals == null ? bound : Ratio.of(bound.halfUp(decimals)));
            }
        }
        return bounds;
    }

    private static List<TariffComponent> othersThatCount(TariffComponent component, TariffVersion version) {
        return version.components().stream()
                .filter(other -> !other.code().equals(component.code()))
                .filter(other -> switch (component) {
                    case BlockCharge block -> other instanceof VolumeCharge volume && follows(volume, block);
                    case VolumeCharge volume -> other instanceof BlockCharge block && follows(volume, block);
                    case MinimumCharge _ -> true;
                    case TariffComponent _ -> false;
                })
                .toList();
    }

    private Ratio months(Proration.DayCount count) {
        long days = period.days();
        boolean oneMonth = switch (count) {
            case NONE -> days >= 25 && days <= 35;
            case DAYS_30 -> days == 30;
        };
        return oneMonth ? Ratio.ONE : Ratio.of(days, 30);
    }

    private BigDecimal vatRate(TariffComponent component, LocalDate day) {
        BigDecimal rate = BigDecimal.ZERO;
        for (Tax tax : tariff.taxes()) {
            if (tax instanceof ValueAddedTax vat && vat.taxClass().equals(component.taxClass())) {
                for (Tax.DatedRate dated : vat.rates()) {
                    if (!dated.from().isAfter(day)) {
                        rate = dated.rate().toBigDecimal();
                    }
                }
            }
        }
        return rate;
    }

    private static @Nullable LevyVersion levyVersion(VolumeLevy levy, LocalDate day) {
        LevyVersion found = null;
        for (LevyVersion version : levy.versions()) {
            if (!version.from().isAfter(day)) {
                found = version;
            }
        }
        return found;
    }

    static boolean follows(VolumeCharge volume, BlockCharge block) {
        return volume.follows().equals(block.code());
    }
}
