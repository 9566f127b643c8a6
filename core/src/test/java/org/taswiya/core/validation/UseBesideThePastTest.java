package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.validation.SampleRegister.TODAY;
import static org.taswiya.core.validation.SampleRegister.reading;
import static org.taswiya.core.validation.ValidationTest.told;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingLimits.AverageLimits;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;

/// How much may have been used, by what was used in the years before.
class UseBesideThePastTest {
    @Test
    void theYearBesideThreeYears() {
        SampleRegister sample = new SampleRegister();
        sample.installedAt = LocalDate.of(2015, 1, 1);
        sample.readings.add(reading("A 2016-03-31 0"));
        sample.readings.add(reading("A 2019-03-31 3000"));
        assertThat(told(sample.judged(reading("A 2020-03-30 5000")))).isEqualTo("prolonged-estimation"); // twice
        assertThat(told(sample.judged(reading("A 2020-03-30 5010")))).isEqualTo("year-high! prolonged-estimation");
        assertThat(told(sample.judged(reading("A 2020-03-30 3490")))).isEqualTo("year-low! prolonged-estimation");
    }

    @Test
    void aYearIsBesideTheMeanOfThreeAndNotOfTwo() {
        // 3000, 1000 and 1000 in the years before: their mean is 1667, of the last two 1000
        SampleRegister sample = new SampleRegister();
        sample.installedAt = LocalDate.of(2015, 1, 1);
        Stream.of("A 2016-04-01 0", "A 2017-04-01 3000", "A 2018-04-01 4000", "A 2019-04-01 5000")
                .map(SampleRegister::reading)
                .forEach(sample.readings::add);
        assertThat(told(sample.judged(reading("A 2020-03-31 7600")))).isEqualTo("prolonged-estimation");
        assertThat(told(sample.judged(reading("A 2020-03-31 8500")))).contains("year-high!");
        sample.readings.removeFirst();
        assertThat(told(sample.judged(reading("A 2020-03-31 8500"))))
                .as("two of the three years are known")
                .doesNotContain("year-high");
    }

    @Test
    void aUseThatDiffersByTheLeastDifferencePasses() {
        // one a day through a year, so 31 are usual: 26 less is 5, which is less than a fifth of 31
        SampleRegister sample = new SampleRegister();
        sample.readings.add(reading("A 2019-03-02 1000"));
        sample.readings.add(reading("A 2020-03-01 1365"));
        ReadingLimits limits = new ReadingLimits(
                new AverageLimits(Decimal.of(3), Decimal.parse("0.2"), Decimal.of(26), 365, Decimal.parse("0.5")),
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
        assertThat(Validation.validate(sample.received(reading("A 2020-04-01 1370")), limits, TODAY))
                .isInstanceOf(Accepted.class);
        assertThat(Validation.validate(sample.received(reading("A 2020-04-01 1369")), limits, TODAY))
                .isInstanceOf(Doubtful.class);
    }
}
