package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.AskedPast.Netted;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.SurplusSettlement;

/// A book that nets since March 2026, by versions of March and May, and settles in December.
class AskedPastTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static Tariff book() {
        SurplusSettlement december = new SurplusSettlement(Month.DECEMBER, Decimal.parse("0.3"));
        NetMetering netting = new NetMetering("own-energy", Unit.KILOWATT_HOUR, december, true, "all", "");
        return new Tariff(
                "mill/electricity",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(
                        version(LocalDate.of(2020, 1, 1), MARCH, List.of()),
                        version(MARCH, MAY, List.of(netting)),
                        version(MAY, null, List.of(netting))),
                List.of());
    }

    private static TariffVersion version(LocalDate from, @Nullable LocalDate to, List<TariffComponent> components) {
        return new TariffVersion(from, to, Proration.NONE, false, components);
    }

    /// What was fed in before March is carried into no month of it.
    @Test
    void asOnADayABookNetsSinceItDid() {
        Tariff june = book().asOn(LocalDate.of(2026, 6, 1)).orElseThrow();
        Netted since = new Netted(MARCH, Month.DECEMBER);
        assertThat(AskedPast.on(MAY, book()).netted()).isEqualTo(since);
        assertThat(AskedPast.on(MAY, june).netted()).isEqualTo(since);
        assertThat(AskedPast.on(MAY, june).first(MAY, MAY)).isEqualTo(MARCH);
        assertThat(book().asOn(LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .versions()
                        .getFirst()
                        .netMetering())
                .isNull();
    }

    /// For a month before it is as if it had always netted: it asks back to the settlement before the last.
    @Test
    void aMonthBeforeIsPricedAsIfItAlwaysHad() {
        Tariff june = book().asOn(LocalDate.of(2026, 6, 1)).orElseThrow();
        LocalDate january = LocalDate.of(2026, 1, 1);
        assertThat(AskedPast.on(january, june).first(january, january)).isEqualTo(LocalDate.of(2024, 12, 1));
    }
}
