package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedDayTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ofACalendar    | 2020-07-02       | 2020-07-02
            slashes        | 02/07/2020       | 2020-07-02
            short          | 2/7/2020         | 2020-07-02
            points         | 2.7.2020         | 2020-07-02
            hyphens        | 02-07-2020       | 2020-07-02
            arabicDigits   | ٠٢/٠٧/٢٠٢٠       | 2020-07-02
            marksAround    | \u206602/07/2020\u2069 | 2020-07-02
            dayFirst       | 13/12/2020       | 2020-12-13
            leapDay        | 29/02/2020       | 2020-02-29
            noLeapDay      | 29/02/2019       |
            monthFirst     | 07/13/2020       |
            twoDigitYear   | 02/07/20         |
            noYear         | 2 July           |
            zero           | 00/07/2020       |
            yearNought     | 01/01/0000       |
            nothing        | ''               |
            """)
    void days(String trap, String typed, String day) {
        assertThat(TypedDay.parse(typed).map(Object::toString).orElse(null))
                .as(trap)
                .isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ofACalendar    | 2020-07-02T10:30    | 2020-07-02T10:30
            withSeconds    | 2020-07-02T10:30:00 | 2020-07-02T10:30
            written        | 02/07/2020 10:30    | 2020-07-02T10:30
            earlyHour      | 2/7/2020 8:05       | 2020-07-02T08:05
            arabicDigits   | ٢/٧/٢٠٢٠ ٨:٠٥       | 2020-07-02T08:05
            noSuchHour     | 02/07/2020 24:00    |
            noSuchMinute   | 02/07/2020 10:60    |
            dayAlone       | 02/07/2020          |
            timeAlone      | 10:30               |
            """)
    void moments(String trap, String typed, String moment) {
        assertThat(TypedDay.moment(typed).map(Object::toString).orElse(null))
                .as(trap)
                .isEqualTo(moment);
    }
}
