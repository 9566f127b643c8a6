package org.taswiya.run.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            no limit and no pace,              0,  0,    64, 64
            a limit above,                     100, 0,   64, 64
            a limit below,                     10, 0,    64, 10
            a pace lets a twentieth pass,      0,  1000, 64, 50
            a slow pace lets one pass,         0,  1,    64, 1
            a pace above,                      0,  9000, 64, 64
            both,                              7,  200,  64, 7
            """)
    void itSaysHowManyMayGo(String trap, int limit, int perSecond, int most, int expected) {
        assertThat(new Pace(limit, perSecond).begin(most)).as(trap).isEqualTo(expected);
    }

    @Test
    void whatDoesNotGoIsLeftForOthers() {
        Pace pace = new Pace(10, 0);
        assertThat(pace.begin(8)).isEqualTo(8);
        assertThat(pace.begin(8)).isEqualTo(2);
        assertThat(pace.begin(8)).isZero();
        pace.giveBack(3);
        assertThat(pace.begin(8)).isEqualTo(3);
        assertThat(pace.begin(8)).isZero();
    }
}
