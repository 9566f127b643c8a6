package org.taswiya.deliver.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;

/// Derived by the rules of the grammar, not from the code.
class AmountInEnglishTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0                | zero dirhams
            0.01             | one centime
            0.02             | two centimes
            0.21             | twenty-one centimes
            0.80             | eighty centimes
            0.99             | ninety-nine centimes
            1                | one dirham
            1.01             | one dirham and one centime
            1.50             | one dirham and fifty centimes
            2                | two dirhams
            3                | three dirhams
            7.05             | seven dirhams and five centimes
            9                | nine dirhams
            10               | ten dirhams
            11               | eleven dirhams
            12               | twelve dirhams
            13               | thirteen dirhams
            14               | fourteen dirhams
            15               | fifteen dirhams
            18               | eighteen dirhams
            19               | nineteen dirhams
            20               | twenty dirhams
            21               | twenty-one dirhams
            30               | thirty dirhams
            40               | forty dirhams
            44               | forty-four dirhams
            50               | fifty dirhams
            66               | sixty-six dirhams
            71               | seventy-one dirhams
            80               | eighty dirhams
            81               | eighty-one dirhams
            90               | ninety dirhams
            91               | ninety-one dirhams
            99               | ninety-nine dirhams
            100              | one hundred dirhams
            101              | one hundred and one dirhams
            110              | one hundred and ten dirhams
            111              | one hundred and eleven dirhams
            121              | one hundred and twenty-one dirhams
            200              | two hundred dirhams
            201              | two hundred and one dirhams
            300              | three hundred dirhams
            999              | nine hundred and ninety-nine dirhams
            1000             | one thousand dirhams
            1001             | one thousand and one dirhams
            1012             | one thousand and twelve dirhams
            1099.99          | one thousand and ninety-nine dirhams and ninety-nine centimes
            1100             | one thousand one hundred dirhams
            1101             | one thousand one hundred and one dirhams
            2000             | two thousand dirhams
            2001             | two thousand and one dirhams
            3000             | three thousand dirhams
            11000            | eleven thousand dirhams
            21021            | twenty-one thousand and twenty-one dirhams
            80000            | eighty thousand dirhams
            100000           | one hundred thousand dirhams
            101000           | one hundred and one thousand dirhams
            200000           | two hundred thousand dirhams
            200200           | two hundred thousand two hundred dirhams
            1000000          | one million dirhams
            1000001          | one million and one dirhams
            1000100          | one million one hundred dirhams
            1001001          | one million one thousand and one dirhams
            2000000          | two million dirhams
            80000000         | eighty million dirhams
            200000000        | two hundred million dirhams
            1000000000       | one billion dirhams
            999999999999.99  | nine hundred and ninety-nine billion nine hundred and ninety-nine million nine \
            hundred and ninety-nine thousand nine hundred and ninety-nine dirhams and ninety-nine centimes
            1000000000000    | one trillion dirhams
            2000000000000000 | two quadrillion dirhams
            -0.05            | minus five centimes
            -1               | minus one dirham
            -80.80           | minus eighty dirhams and eighty centimes
            """)
    void dirhams(String amount, String words) {
        assertThat(AmountInWords.of(Money.parse(amount), "MAD", Language.EN)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0       | zero EUR
            1       | one EUR
            1.01    | one EUR and one hundredth
            21.80   | twenty-one EUR and eighty hundredths
            1000000 | one million EUR
            -0.02   | minus two hundredths
            """)
    void ofACurrencyWithoutNouns(String amount, String words) {
        assertThat(AmountInWords.of(Money.parse(amount), "EUR", Language.EN)).isEqualTo(words);
    }
}
