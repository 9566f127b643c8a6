package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// A tariff of water without tax, of one version, for tables of its components.
final class TinyTariff {

    private TinyTariff() {}

    static Tariff of(TariffComponent... components) {
        return of(Proration.NONE, components);
    }

    static Tariff of(Proration proration, TariffComponent... components) {
        return new Tariff(
                "tiny/water",
                "water",
                "MAD",
                Unit.CUBIC_METRE,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(LocalDate.MIN, null, proration, false, List.of(components))),
                List.of(new ValueAddedTax("VAT", "none", List.of(new DatedRate(LocalDate.MIN, Decimal.ZERO)), "")));
    }
}
