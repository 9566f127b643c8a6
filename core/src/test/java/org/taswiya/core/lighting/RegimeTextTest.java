package org.taswiya.core.lighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A regime in one line, there and back.
class RegimeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dusk=sunset onAfter=15 offBefore=0",
                "dusk=civil onAfter=-5 offBefore=10 off=23:30/05:00",
                "months=403,347,357,321,308,285,299,319,336,372,386,408",
                "months=403,347.5,357,321,308,285,299,319,336,372,386,0 leapFebruary=359.25"
            })
    void everyRegimeIsOneLine(String line) {
        assertThat(RegimeText.of(RegimeText.parse(line))).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dusk",
                "dusk=noon onAfter=15 offBefore=0",
                "dusk=sunset onAfter=15",
                "dusk=sunset onAfter=015 offBefore=0",
                "dusk=sunset onAfter=15 offBefore=0 onAfter=15",
                "dusk=sunset onAfter=15 offBefore=0 months=1",
                "dusk=sunset onAfter=15 offBefore=0 off=23:30",
                "dusk=sunset onAfter=15 offBefore=0 off=25:30/05:00",
                "months=403,347",
                "months=403,347,357,321,308,285,299,319,336,372,386,408,1"
            })
    void whatIsNoneIsRefused(String line) {
        assertThatThrownBy(() -> RegimeText.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
