package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
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

    /// What a component comes to; and every line is what it was before it was rounded, half up.
    static void charges(Rating rating, String code, String amount) {
        assertThat(rating.netByComponent().getOrDefault(code, Money.ZERO)).isEqualTo(Money.parse(amount));
        for (ChargeLine line : rating.lines()) {
            assertThat(line.unrounded().toMoneyHalfUp()).isEqualTo(line.amount());
        }
    }
}
