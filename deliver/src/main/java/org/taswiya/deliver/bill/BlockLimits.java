package org.taswiya.deliver.bill;

import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.ResolvedTariff.BlockBounds;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;

/// Where the blocks of a period end, and the price of each.
///
/// @param upTo of every block but the last, for all days of the period
/// @param prices of every block, before tax where the book is
public record BlockLimits(List<Fraction> upTo, List<Decimal> prices) {
    public BlockLimits {
        upTo = List.copyOf(upTo);
        prices = List.copyOf(prices);
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
