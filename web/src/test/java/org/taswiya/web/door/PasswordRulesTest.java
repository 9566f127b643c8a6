package org.taswiya.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.web.door.PasswordRules.Fault;

final class PasswordRulesTest {
    private static final List<String> NAMES = List.of("فاطمة الزهراء بنعلي", "Fatima-Zahra BENALI");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "short,             nine char,                     SHORT",
        "common,            password123,                   COMMON",
        "rowOfKeys,         qwertyuiop,                    COMMON",
        "frenchKeys,        azertyuiop,                    COMMON",
        "oneLetter,         aaaaaaaaaaaa,                  COMMON",
        "aDay,              01/01/1990,                    COMMON",
        "twice,             motmotmotmot,                  COMMON",
        "numbers,           1234567890,                    COMMON",
        "reference,         my0000000042now,               NAMED",
        "referencePrinted,  0000 000 042 my account,       NAMED",
        "nameInside,        the house of benali,           NAMED",
        "nameWithAccents,   la maison Bénàli 7,            NAMED",
        "nameArabic,        بيت فاطمة الجميل,                NAMED",
        "partOfALongName,   zahra loves figs,              NAMED",
        "words,             olive lantern seven rivers,    ''",
        "noDigitNoCapital,  quiet brass ferry,             ''",
        "arabic,            قمر زيتون نافذة سفر,              ''",
        "justTen,           tk fjord 9q,                   ''",
        "symbols,           ////\\\\??!!~~%%x9,            ''"
    })
    void longOnesOfWhateverLetters(String trap, String password, String fault) {
        assertThat(PasswordRules.fault(password, "0000000042", NAMES, BreachedPasswords.NONE)
                        .map(Fault::name)
                        .orElse(""))
                .isEqualTo(fault);
    }

    /// A letter of two parts counts as one, and two hundred are enough for everybody.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"nineLettersWithTwoParts, 9, SHORT", "twoHundred, 200, ''", "more, 201, LONG"})
    void lettersAreCountedAsTheyAreSeen(String trap, int count, String fault) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < count; i++) {
            password.append(Character.toChars(i % 2 == 0 ? 0x1F400 + i * 7 % 60 : 0x1F300 + i * 11 % 60));
        }
        assertThat(PasswordRules.fault(password.toString(), "0000000042", NAMES, BreachedPasswords.NONE)
                        .map(Fault::name)
                        .orElse(""))
                .isEqualTo(fault);
    }
}
