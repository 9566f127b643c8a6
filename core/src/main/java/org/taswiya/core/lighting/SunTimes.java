package org.taswiya.core.lighting;

import static org.taswiya.core.lighting.Angles.PRECISION;
import static org.taswiya.core.lighting.Angles.arcCosine;
import static org.taswiya.core.lighting.Angles.cosine;
import static org.taswiya.core.lighting.Angles.sine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.core.lighting.SwitchRule.Horizon;

/// When the sun rises and sets on a day of a place, to the minute.
///
/// The formulas are those of the calculator of the NOAA (after Meeus), each time reckoned with the sun where it is
/// then. Between 60 degrees south and north they are within a minute of published times, nearer the poles within a
/// few; the air and hills of a place move the sun that is seen by more.
///
/// @param rise of the day's sun, in whole minutes
/// @param set after it
public record SunTimes(Instant rise, Instant set) {
    private static final BigDecimal NOON_MINUTES = BigDecimal.valueOf(720);
    private static final BigDecimal DEGREE_MINUTES = BigDecimal.valueOf(4);
    private static final BigDecimal DAY_MINUTES = BigDecimal.valueOf(1440);
    private static final BigDecimal CENTURY_DAYS = BigDecimal.valueOf(36_525);
    private static final BigDecimal DEGREES_OF_RADIAN = new BigDecimal("57.29577951308232087680");

    /// From 1 January 1970 to noon of 1 January 2000.
    private static final BigDecimal EPOCH_TO_2000 = new BigDecimal("10957.5");

    private static final int MINUTE_SECONDS = 60;

    /// Of the sun that is highest on a day of mean local time; empty where it does not reach the horizon that day.
    public static Optional<SunTimes> of(Place place, LocalDate day, Horizon horizon) {
        BigDecimal noon =
                NOON_MINUTES.subtract(DEGREE_MINUTES.multiply(place.longitude().toBigDecimal()));
        Optional<Event> first = Event.at(place, day, noon, horizon);
        Optional<BigDecimal> rise = first.flatMap(event -> Event.at(place, day, event.rise(), horizon))
                .map(Event::rise);
        Optional<BigDecimal> set = first.flatMap(event -> Event.at(place, day, event.set(), horizon))
                .map(Event::set);
        return rise.isEmpty() || set.isEmpty()
                ? Optional.empty()
                : Optional.of(new SunTimes(instant(day, rise.get()), instant(day, set.get())));
    }

    private static Instant instant(LocalDate day, BigDecimal minutes) {
        long whole = minutes.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Instant.ofEpochSecond(day.toEpochDay() * 24 * 60 * MINUTE_SECONDS + whole * MINUTE_SECONDS);
    }

    /// Rise and set were the sun to stay where it is at a moment, in minutes from midnight UTC.
    private record Event(BigDecimal rise, BigDecimal set) {

        static Optional<Event> at(Place place, LocalDate day, BigDecimal minutes, Horizon horizon) {
            BigDecimal days = BigDecimal.valueOf(day.toEpochDay())
                    .subtract(EPOCH_TO_2000)
                    .add(minutes.divide(DAY_MINUTES, PRECISION));
            SunPosition sun = SunPosition.at(days.divide(CENTURY_DAYS, PRECISION));
            BigDecimal latitude = place.latitude().toBigDecimal();
            BigDecimal high = sine(latitude).multiply(sun.sineOfDeclination(), PRECISION);
            BigDecimal wide = cosine(latitude).multiply(sun.cosineOfDeclination(), PRECISION);
            if (wide.signum() <= 0) {
                return Optional.empty();
            }
            BigDecimal ofHour = cosine(horizon.zenith()).subtract(high).divide(wide, PRECISION);
            if (ofHour.abs().compareTo(BigDecimal.ONE) >= 0) {
                return Optional.empty();
            }
            BigDecimal half = DEGREE_MINUTES.multiply(arcCosine(ofHour));
            BigDecimal noon = NOON_MINUTES
                    .subtract(DEGREE_MINUTES.multiply(place.longitude().toBigDecimal()))
                    .subtract(sun.equationOfTime());
            return Optional.of(new Event(noon.subtract(half), noon.add(half)));
        }
    }

    /// Where the sun stands.
    ///
    /// @param equationOfTime minutes by which the sun is ahead of the clock
    private record SunPosition(
            BigDecimal sineOfDeclination, BigDecimal cosineOfDeclination, BigDecimal equationOfTime) {

        /// @param t Julian centuries since noon of 1 January 2000
        static SunPosition at(BigDecimal t) {
            BigDecimal longitude = polynomial(t, "280.46646", "36000.76983", "0.0003032");
            BigDecimal anomaly = polynomial(t, "357.52911", "35999.05029", "-0.0001537");
            BigDecimal eccentricity = polynomial(t, "0.016708634", "-0.000042037", "-0.0000001267");
            BigDecimal centre = polynomial(t, "1.914602", "-0.004817", "-0.000014")
                    .multiply(sine(anomaly))
                    .add(polynomial(t, "0.019993", "-0.000101").multiply(sine(times(2, anomaly))))
                    .add(new BigDecimal("0.000289").multiply(sine(times(3, anomaly))));
            BigDecimal node = polynomial(t, "125.04", "-1934.136");
            BigDecimal apparent = longitude
                    .add(centre)
                    .subtract(new BigDecimal("0.00569"))
                    .subtract(new BigDecimal("0.00478").multiply(sine(node)));
            BigDecimal obliquity = polynomial(t, "23.43929111111", "-0.01300416667", "-0.00000016389", "0.00000050361")
                    .add(new BigDecimal("0.00256").multiply(cosine(node)));
            BigDecimal sine = sine(obliquity).multiply(sine(apparent), PRECISION);
            BigDecimal cosine = BigDecimal.ONE.subtract(sine.multiply(sine)).sqrt(PRECISION);
            return new SunPosition(sine, cosine, equationOfTime(longitude, anomaly, eccentricity, obliquity));
        }

        private static BigDecimal equationOfTime(
                BigDecimal longitude, BigDecimal anomaly, BigDecimal eccentricity, BigDecimal obliquity) {
            BigDecimal half = obliquity.divide(BigDecimal.TWO, PRECISION);
            BigDecimal tangent = sine(half).divide(cosine(half), PRECISION);
            BigDecimal y = tangent.multiply(tangent, PRECISION);
            BigDecimal radians = y.multiply(sine(times(2, longitude)))
                    .subtract(times(2, eccentricity).multiply(sine(anomaly)))
                    .add(times(4, eccentricity)
                            .multiply(y)
                            .multiply(sine(anomaly))
                            .multiply(cosine(times(2, longitude))))
                    .subtract(y.multiply(y).divide(BigDecimal.TWO, PRECISION).multiply(sine(times(4, longitude))))
                    .subtract(new BigDecimal("1.25")
                            .multiply(eccentricity)
                            .multiply(eccentricity)
                            .multiply(sine(times(2, anomaly))));
            return DEGREE_MINUTES.multiply(DEGREES_OF_RADIAN).multiply(radians, PRECISION);
        }

        private static BigDecimal times(int factor, BigDecimal value) {
            return value.multiply(BigDecimal.valueOf(factor));
        }

        /// @param coefficients from the constant one
        private static BigDecimal polynomial(BigDecimal t, String... coefficients) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                sum = sum.multiply(t, PRECISION).add(new BigDecimal(coefficients[i]), PRECISION);
            }
            return sum;
        }
    }
}
