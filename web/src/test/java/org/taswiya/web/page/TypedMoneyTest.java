package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedMoneyTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            point             | 350.50     | 350.50
            comma             | 350,50     | 350.50
            arabicSeparator   | 350٫50     | 350.50
            arabicDigits      | ٣٥٠٫٥٠     | 350.50
            spaceOfThousands  | 1 350,5    | 1350.50
            narrowSpace       | 1\u202f350,50 | 1350.50
            arabicThousands   | ١٬٣٥٠٫٥    | 1350.50
            arabicElsewhere   | ١٣٬٥٠      |
            whole             | 350        | 350.00
            zero              | 0,00       |
            negative          | -1         |
            plus              | +1         |
            threeDecimals     | 1.234      |
            twoSeparators     | 1,234.56   |
            exponent          | 1e3        |
            tooLong           | 1234567890 |
            noDigit           | ,          |
            nothing           | ''         |
            """)
    void amounts(String trap, String typed, String amount) {
        assertThat(TypedMoney.parse(typed).map(Object::toString).orElse(null))
                .as(trap)
                .isEqualTo(amount);
    }
}
