package org.taswiya.core.tariff;

import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// One rule of a tariff version that yields charge lines.
public sealed interface TariffComponent {

    /// The component's code on bills and in answers, for example `energy`.
    String code();

    /// The class of value added tax that its lines belong to.
    String taxClass();

    /// Where the published tariff states it.
    String clause();

    /// Usage priced by blocks.
    ///
    /// @param perHousehold whether bounds are multiplied by the households behind a shared meter
    /// @param tiers from the lowest, the last one open
    record BlockCharge(
            String code, Unit unit, boolean perHousehold, List<BlockTier> tiers, String taxClass, String clause)
            implements TariffComponent {
        public BlockCharge {
            tiers = List.copyOf(tiers);
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

    /// An amount a month, whatever the usage.
    record FixedCharge(String code, Decimal pricePerMonth, String taxClass, String clause) implements TariffComponent {}

    /// Tops all other charges of the version up to an amount a month.
    record MinimumCharge(String code, Decimal amountPerMonth, String taxClass, String clause)
            implements TariffComponent {}
}
