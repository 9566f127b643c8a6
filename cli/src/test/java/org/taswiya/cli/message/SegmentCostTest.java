package org.taswiya.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.deliver.sms.SmsText;

/// What text messages cost, as a terminal writes it.
final class SegmentCostTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            two decimals at least,   0.2,    '2 segments of text messages, 0.20 DH each: 0.40 DH'
            a sum of one decimal,    0.25,   '2 segments of text messages, 0.25 DH each: 0.50 DH'
            none is rounded away,    0.2545, '2 segments of text messages, 0.2545 DH each: 0.509 DH'
            a whole number,          1,      '2 segments of text messages, 1.00 DH each: 2.00 DH'
            """)
    void aPriceHasTwoDecimalsAndMoreWhereItIsFiner(String trap, String price, String line) {
        SegmentCost cost = new SegmentCost(Decimal.parse(price), "DH");
        cost.add(SmsText.plain("one"));
        cost.add(SmsText.plain("two"));
        assertThat(cost.line()).as(trap).isEqualTo(line);
    }
}
