package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;

class IndexedClauseTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            art. 3 (fuel of 2020-02: 104.5/100)                   | false
            art. 3 (of 2019) (fuel of 2020-02, the last known: 104.5/100) | true
            """)
    void aClauseThatIsWrittenIsFoundAgain(String text, boolean isLastKnown) {
        IndexedClause found = IndexedClause.find(text).orElseThrow();
        assertThat(found.toString()).isEqualTo(text);
        assertThat(found.isLastKnown()).isEqualTo(isLastKnown);
        assertThat(found.index()).isEqualTo("fuel");
        assertThat(found.month()).isEqualTo(YearMonth.of(2020, 2));
        assertThat(found.value()).isEqualTo(Decimal.parse("104.5"));
    }

    @Test
    void aPlainClauseSaysNothingOfAnIndex() {
        assertThat(IndexedClause.find("Household grid (2017)")).isEmpty();
    }
}
