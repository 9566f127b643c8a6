package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.example.CasablancaFixture;
import org.taswiya.core.example.GapExample;
import org.taswiya.core.tariff.Tariff;

/// Sharing changes no outcome, however many cases there are and in whatever order they come.
class SharedPricesTest {

    private static final Tariff TARIFF = CasablancaFixture.electricity();
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    @Test
    void manyGapsAreSettledAsEachByItself() {
        SharedPrices prices = new SharedPrices();
        List<Integer> days = new ArrayList<>(List.of(30, 31, 30, 31, 30));
        for (int i = 36; i < 600; i++) {
            days.addAll(List.of(i, i, 30));
        }
        for (int each : days) {
            SettlementCase gap = gap(each);
            Settled alone = (Settled) Settlement.settle(gap);
            Settled shared = (Settled) Settlement.settle(gap, prices);
            assertThat(shared.proof()).isEqualTo(alone.proof());
            assertThat(shared.dueNow()).isEqualTo(alone.dueNow());
        }
    }

    private static SettlementCase gap(int days) {
        String middle = FIRST.plusDays(30).toString();
        String end = FIRST.plusDays(30 + days).toString();
        return new GapExample()
                .tariff(TARIFF)
                .actual(FIRST.toString(), "1000")
                .billed(FIRST.toString(), middle, "120")
                .actual(end, String.valueOf(1000 + 9 * days))
                .settlement();
    }
}
