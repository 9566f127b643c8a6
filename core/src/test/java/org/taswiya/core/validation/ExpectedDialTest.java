package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.quantity.Decimal;

/// What a dial should show. The sample used a hundred steps a month and lets expect 50 to 204 of the 31 days after.
class ExpectedDialTest {
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);

    private static String on(LocalDate day, SampleRegister sample) {
        return ExpectedDial.on(day, sample.known())
                .map(dial -> dial.low() + " to " + dial.high())
                .orElse("nothing");
    }

    @Test
    void isTheLastValueAndWhatIsExpectedSince() {
        assertThat(on(APRIL, SampleRegister.steady("11100"))).isEqualTo("11150 to 11304");
    }

    @Test
    void beginsAnewWhereTheDialDoes() {
        assertThat(on(APRIL, SampleRegister.steady("99900"))).isEqualTo("99950 to 104");
    }

    @Test
    void isOfTheDialAndNotOfTheUse() {
        SampleRegister tenfold = SampleRegister.steady("11100");
        tenfold.multiplier = Decimal.of(10);
        assertThat(on(APRIL, tenfold)).isEqualTo("11150 to 11305"); // ten times the use, and up to a whole step
    }

    @Test
    void whatWasReadThatDayDoesNotCount() {
        SampleRegister read = SampleRegister.steady("11100");
        read.readings.add(SampleRegister.reading("C 2020-04-01 19000"));
        assertThat(on(APRIL, read)).isEqualTo("11150 to 11304");
    }

    @Test
    void nothingIsExpectedOfAnotherMeterOrBeforeTheFirstReading() {
        SampleRegister exchanged = SampleRegister.steady("11100");
        exchanged.exchanges.add(new MeterExchange(LocalDate.of(2020, 3, 20), Decimal.of(11_160), Decimal.ZERO));
        assertThat(on(APRIL, exchanged)).isEqualTo("nothing");
        assertThat(on(LocalDate.of(2018, 5, 1), SampleRegister.steady("11100"))).isEqualTo("nothing");
    }
}
