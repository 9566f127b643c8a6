package org.taswiya.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;

/// Amounts are kept to two decimals, and none of them is shown as another amount.
final class CurrencyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        inEnglishItIsDh            | MAD | 1234.50   | 1,234.50 DH
        nothingHasDecimalsToo      | MAD | 0         | 0.00 DH
        threeDecimals              | TND | 1234.5    | 1,234.500 TND
        lessThanNothing            | TND | -0.05     | -0.050 TND
        noneWhereItIsWhole         | XOF | 1200      | 1,200 XOF
        nothingWhole               | XOF | 0         | 0 XOF
        neverRoundedAway           | XOF | -12345.60 | -12,345.60 XOF
        noMinorUnitIsDefined       | XXX | 1         | 1.00 XXX
        noCodeOfIso                | ZZZ | 1         | 1.00 ZZZ
        nobodyNamedIt              | ''  | 1234.50   | 1,234.50
        """)
    void moneyIsWrittenAsTheCurrencyHasIt(String trap, String code, String amount, String expected) {
        assertThat(new Currency(code).money(Money.parse(amount))).as(trap).isEqualTo(expected);
    }

    @Test
    void partsOfItStandAlone() {
        Currency dinar = new Currency("TND");
        Money amount = Money.parse("1234.50");
        assertThat(dinar.amount(amount)).isEqualTo("1,234.500");
        assertThat(dinar.signed(amount)).isEqualTo("+1,234.500");
        assertThat(dinar.signed(amount.negated())).isEqualTo("-1,234.500");
        assertThat(dinar.signed(Money.ZERO)).isEqualTo("0.000");
        assertThat(dinar.plain(amount)).isEqualTo("1234.500 TND");
        assertThat(Currency.UNNAMED.plain(amount)).isEqualTo("1234.50");
        assertThat(Currency.UNNAMED.word()).isEqualTo("-");
        assertThat(new Currency("MAD").word()).isEqualTo("DH");
    }
}
