package org.taswiya.core.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.lighting.SwitchRule.Horizon;
import org.taswiya.core.quantity.Decimal;

/// Sunrise and sunset beside what almanacs publish.
class SunTimesTest {

    private static Place place(String latitude, String longitude) {
        return new Place(Decimal.parse(latitude), Decimal.parse(longitude));
    }

    /// Within a minute of the published minute.
    @ParameterizedTest(name = "{4} at {0}, {1}: {5} to {6}")
    @CsvSource({
        "51.5074,   -0.1278, Europe/London,    2024-06-20, longest day of London,     04:43, 21:21",
        "51.5074,   -0.1278, Europe/London,    2024-12-21, shortest day of London,    08:04, 15:53",
        "40.7128,  -74.0060, America/New_York, 2024-06-20, longest day of New York,   05:25, 20:31",
        "40.7128,  -74.0060, America/New_York, 2024-12-21, shortest day of New York,  07:17, 16:32",
        "-33.8688, 151.2093, Australia/Sydney, 2023-12-22, longest day of Sydney,     05:41, 20:05",
        "-33.8688, 151.2093, Australia/Sydney, 2024-06-21, shortest day of Sydney,    07:00, 16:54",
        "35.6895,  139.6917, Asia/Tokyo,       2024-06-21, longest day of Tokyo,      04:26, 19:00",
        "40,      -105,      America/Denver,   2010-06-21, calculator of the NOAA,    05:32, 20:32",
    })
    void isWithinAMinute(
            String latitude, String longitude, ZoneId zone, LocalDate day, String name, LocalTime rise, LocalTime set) {
        SunTimes times =
                SunTimes.of(place(latitude, longitude), day, Horizon.SUNSET).orElseThrow();
        assertThat(Duration.between(day.atTime(rise).atZone(zone).toInstant(), times.rise())
                        .abs())
                .as("%s: rise %s", name, times.rise().atZone(zone))
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.between(day.atTime(set).atZone(zone).toInstant(), times.set())
                        .abs())
                .as("%s: set %s", name, times.set().atZone(zone))
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    /// The worked example of the Almanac for Computers (1990): Wayne, New Jersey, 25 June 1990, 5:26.
    @Test
    void theExampleOfTheAlmanacForComputers() {
        SunTimes times = SunTimes.of(place("40.9", "-74.3"), LocalDate.of(1990, 6, 25), Horizon.SUNSET)
                .orElseThrow();
        assertThat(times.rise().atZone(ZoneId.of("America/New_York")).toLocalTime())
                .isBetween(LocalTime.of(5, 25), LocalTime.of(5, 27));
    }

    /// Of London on 22 April 2009, as the documentation of a well-known library prints it.
    @Test
    void civilDuskIsLaterAndCivilDawnEarlier() {
        Place london = place("51.5", "-0.116");
        LocalDate day = LocalDate.of(2009, 4, 22);
        ZoneId utc = ZoneId.of("UTC");
        SunTimes sun = SunTimes.of(london, day, Horizon.SUNSET).orElseThrow();
        SunTimes civil = SunTimes.of(london, day, Horizon.CIVIL).orElseThrow();
        assertThat(sun.rise().atZone(utc).toLocalTime()).isBetween(LocalTime.of(4, 49), LocalTime.of(4, 51));
        assertThat(sun.set().atZone(utc).toLocalTime()).isBetween(LocalTime.of(19, 7), LocalTime.of(19, 10));
        assertThat(civil.rise().atZone(utc).toLocalTime()).isBetween(LocalTime.of(4, 12), LocalTime.of(4, 14));
        assertThat(civil.set().atZone(utc).toLocalTime()).isBetween(LocalTime.of(19, 45), LocalTime.of(19, 47));
    }

    @Test
    void atThePolesNothingIsTold() {
        Place tromso = place("69.65", "18.96");
        assertThat(SunTimes.of(tromso, LocalDate.of(2024, 6, 21), Horizon.SUNSET))
                .isEmpty();
        assertThat(SunTimes.of(tromso, LocalDate.of(2024, 12, 21), Horizon.SUNSET))
                .isEmpty();
        assertThat(SunTimes.of(tromso, LocalDate.of(2024, 12, 21), Horizon.CIVIL))
                .isPresent();
        assertThat(SunTimes.of(place("90", "0"), LocalDate.of(2024, 3, 20), Horizon.SUNSET))
                .isEmpty();
    }

    @Test
    void sinesAreExactEnough() {
        assertThat(Angles.sine(Decimal.of(30).toBigDecimal()))
                .isBetween(new BigDecimal("0.4999999999999999"), new BigDecimal("0.5000000000000001"));
        assertThat(Angles.sine(Decimal.of(-750).toBigDecimal()))
                .isBetween(new BigDecimal("-0.5000000000000001"), new BigDecimal("-0.4999999999999999"));
        assertThat(Angles.arcCosine(Decimal.parse("0.5").toBigDecimal()))
                .isBetween(new BigDecimal("59.99999999999999"), new BigDecimal("60.00000000000001"));
        assertThat(Angles.arcCosine(Decimal.parse("-0.999").toBigDecimal()))
                .isBetween(new BigDecimal("177.4374"), new BigDecimal("177.4375"));
    }
}
