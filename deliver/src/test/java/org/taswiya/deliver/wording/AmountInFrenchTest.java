package org.taswiya.deliver.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;

/// Derived by the rules of the grammar, not from the code.
class AmountInFrenchTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0                | zéro dirham
            0.01             | un centime
            0.02             | deux centimes
            0.21             | vingt et un centimes
            0.71             | soixante et onze centimes
            0.80             | quatre-vingts centimes
            0.99             | quatre-vingt-dix-neuf centimes
            1                | un dirham
            1.01             | un dirham et un centime
            1.50             | un dirham et cinquante centimes
            2                | deux dirhams
            3                | trois dirhams
            7.05             | sept dirhams et cinq centimes
            10               | dix dirhams
            11               | onze dirhams
            12               | douze dirhams
            13               | treize dirhams
            16               | seize dirhams
            17               | dix-sept dirhams
            19               | dix-neuf dirhams
            20               | vingt dirhams
            21               | vingt et un dirhams
            22               | vingt-deux dirhams
            31               | trente et un dirhams
            40               | quarante dirhams
            51               | cinquante et un dirhams
            61               | soixante et un dirhams
            69               | soixante-neuf dirhams
            70               | soixante-dix dirhams
            71               | soixante et onze dirhams
            72               | soixante-douze dirhams
            77               | soixante-dix-sept dirhams
            79               | soixante-dix-neuf dirhams
            80               | quatre-vingts dirhams
            81               | quatre-vingt-un dirhams
            88               | quatre-vingt-huit dirhams
            90               | quatre-vingt-dix dirhams
            91               | quatre-vingt-onze dirhams
            99               | quatre-vingt-dix-neuf dirhams
            100              | cent dirhams
            101              | cent un dirhams
            121              | cent vingt et un dirhams
            171              | cent soixante et onze dirhams
            180              | cent quatre-vingts dirhams
            181              | cent quatre-vingt-un dirhams
            200              | deux cents dirhams
            201              | deux cent un dirhams
            280              | deux cent quatre-vingts dirhams
            300              | trois cents dirhams
            999              | neuf cent quatre-vingt-dix-neuf dirhams
            1000             | mille dirhams
            1001             | mille un dirhams
            1100             | mille cent dirhams
            1200             | mille deux cents dirhams
            2000             | deux mille dirhams
            2001             | deux mille un dirhams
            3000             | trois mille dirhams
            11000            | onze mille dirhams
            21000            | vingt et un mille dirhams
            71000            | soixante et onze mille dirhams
            80000            | quatre-vingt mille dirhams
            81000            | quatre-vingt-un mille dirhams
            100000           | cent mille dirhams
            101000           | cent un mille dirhams
            200000           | deux cent mille dirhams
            280000           | deux cent quatre-vingt mille dirhams
            200200.20        | deux cent mille deux cents dirhams et vingt centimes
            1000000          | un million de dirhams
            1000000.01       | un million de dirhams et un centime
            1000001          | un million un dirhams
            1000080          | un million quatre-vingts dirhams
            1200000          | un million deux cent mille dirhams
            2000000          | deux millions de dirhams
            80000000         | quatre-vingts millions de dirhams
            81000000         | quatre-vingt-un millions de dirhams
            200000000        | deux cents millions de dirhams
            280000000        | deux cent quatre-vingts millions de dirhams
            1000000000       | un milliard de dirhams
            1001000000       | un milliard un million de dirhams
            2000000001       | deux milliards un dirhams
            999999999999.99  | neuf cent quatre-vingt-dix-neuf milliards neuf cent quatre-vingt-dix-neuf \
            millions neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf dirhams et \
            quatre-vingt-dix-neuf centimes
            1000000000000    | un billion de dirhams
            2000000000000000 | deux billiards de dirhams
            -0.05            | moins cinq centimes
            -1               | moins un dirham
            -80.80           | moins quatre-vingts dirhams et quatre-vingts centimes
            """)
    void dirhams(String amount, String words) {
        assertThat(AmountInWords.of(Money.parse(amount), "MAD", Language.FR)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0       | zéro EUR
            1       | un EUR
            1.01    | un EUR et un centième
            21.80   | vingt et un EUR et quatre-vingts centièmes
            1000000 | un million EUR
            -0.02   | moins deux centièmes
            """)
    void ofACurrencyWithoutNouns(String amount, String words) {
        assertThat(AmountInWords.of(Money.parse(amount), "EUR", Language.FR)).isEqualTo(words);
    }
}
