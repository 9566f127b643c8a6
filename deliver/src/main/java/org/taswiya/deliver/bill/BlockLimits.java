package org.taswiya.deliver.bill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.ResolvedTariff.BlockBounds;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffVersion;

/// Where the blocks of a period end, and the price of each.
///
/// @param upTo of every block but the last, for all days of the period
/// @param prices of every block, before tax where the book is
public record BlockLimits(List<Fraction> upTo, List<Decimal> prices) {
    public BlockLimits {
        upTo = List.copyOf(upTo);
        prices = List.copyOf(prices);
    }

    /// Whether the line's block prices the whole volume.
    static boolean isSelective(Tariff tariff, ChargeLine line) {
        List<TariffComponent> components = tariff.versionOn(line.range().from())
                .map(TariffVersion::components)
                .orElse(List.of());
        String laddered = line.component();
        for (TariffComponent component : components) {
            if (component instanceof VolumeCharge volume && volume.code().equals(laddered)) {
                laddered = volume.follows();
            }
        }
        for (TariffComponent component : components) {
            if (component instanceof BlockCharge blocks && blocks.code().equals(laddered)) {
                return blocks.tiers().get(line.block() - 1).mode() == BlockMode.SELECTIVE;
            }
        }
        return false;
    }

    /// The one price of all that a period used, where a block above the first has it; empty where each block has its
    /// own, and where prices changed within the period.
    public static Optional<Decimal> wholeAt(Rating rating) {
        ResolvedTariff resolved = rating.resolved();
        Set<String> ladders = resolved.blockBounds().stream()
                .filter(bounds -> !bounds.upTo().isEmpty())
                .map(BlockBounds::code)
                .collect(Collectors.toSet());
        List<ChargeLine> lines = rating.lines().stream()
                .filter(line -> line.block() > 0 && ladders.contains(line.component()))
                .toList();
        List<Decimal> prices = lines.stream().map(ChargeLine::price).distinct().toList();
        boolean isWhole = prices.size() == 1 && lines.stream().allMatch(line -> isSelective(resolved.tariff(), line));
        return isWhole ? Optional.of(prices.getFirst()) : Optional.empty();
    }

    /// Those of a ladder, the first where prices changed within the period; none where usage is not priced by blocks.
    public static BlockLimits of(ResolvedTariff resolved) {
        for (BlockBounds bounds : resolved.blockBounds()) {
            if (!bounds.upTo().isEmpty()) {
                List<Decimal> prices = resolved
                        .tariff()
                        .versionOn(bounds.range().from())
                        .stream()
                        .flatMap(version -> version.components().stream())
                        .filter(component -> component.code().equals(bounds.code()))
                        .filter(BlockCharge.class::isInstance)
                        .flatMap(component -> ((BlockCharge) component).tiers().stream())
                        .map(BlockTier::price)
                        .toList();
                return new BlockLimits(bounds.upTo(), prices);
            }
        }
        return new BlockLimits(List.of(), List.of());
    }
}
