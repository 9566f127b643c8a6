package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;

final class CasablancaTest {
    private static final long SEED = 2020;

    private final List<Subscriber> town = Casablanca.population(400, SEED);

    @Test
    void theSameSeedGivesTheSamePopulation() {
        assertThat(Casablanca.population(400, SEED)).isEqualTo(town);
        assertThat(Casablanca.population(400, SEED + 1)).isNotEqualTo(town);
    }

    @Test
    void aSmallerPopulationIsTheBeginningOfALargerOne() {
        assertThat(Casablanca.population(30, SEED)).isEqualTo(town.subList(0, 30));
    }

    @Test
    void theSmallestPopulationHasEveryKindOfCustomerAndEvent() {
        List<Subscriber> few = Casablanca.population(Casablanca.ACCOUNTS_LEAST, SEED);
        assertThat(few)
                .extracting(Subscriber::label)
                .contains(Arrays.stream(Kind.values()).map(Kind::label).toArray(String[]::new));
        List<Supply> supplies = supplies(few);
        assertThat(supplies).anyMatch(supply -> !supply.exchanges().isEmpty());
        assertThat(supplies).anyMatch(supply -> supply.agreement().households() > 1);
        assertThat(supplies).anyMatch(supply -> supply.readings().stream().anyMatch(CustomerReading.class::isInstance));
        assertThat(supplies).anyMatch(supply -> isRead(supply, 1) && !isRead(supply, 24) && !isRead(supply, 26));
        assertThat(supplies).anyMatch(CasablancaTest::rollsOver);
        assertThat(supplies).anyMatch(CasablancaTest::endsLowerThanTheGapBegan);
    }

    @Test
    void householdsAreTheLargeMajority() {
        Map<String, Long> byClass = town.stream()
                .collect(Collectors.groupingBy(
                        subscriber -> subscriber.customer().customerClass().code(), Collectors.counting()));
        assertThat(byClass).containsOnlyKeys("household", "professional");
        assertThat(byClass.get("household")).isBetween(310L, 370L);
    }

    @Test
    void nobodyOfTheUtilityReadsBetweenMarchAndJuly() {
        assertThat(supplies(town))
                .flatExtracting(Supply::readings)
                .filteredOn(ActualReading.class::isInstance)
                .extracting(Reading::at)
                .noneMatch(at -> at.isAfter(StoryMonths.BOUNDS.get(26)) && at.isBefore(StoryMonths.BOUNDS.get(30)));
        assertThat(supplies(town)).allMatch(supply -> isRead(supply, 30) && isRead(supply, 0));
    }

    @Test
    void theClosedHairdresserUsesNothingAndTheFamilyAtHomeMore() {
        assertThat(town.get(0).label()).isEqualTo("hairdresser");
        assertThat(town.get(0).supplies())
                .allSatisfy(supply -> assertThat(gap(supply)).isEqualTo(Decimal.ZERO));
        assertThat(town.get(2).label()).isEqualTo("family at home");
        assertThat(supplies(List.of(town.get(2))))
                .allSatisfy(supply -> assertThat(gap(supply))
                        .isGreaterThan(sum(supply.trueUse().subList(14, 17))));
    }

    /// The dials say what really flowed, over rollovers and exchanges, to the unit.
    @Test
    void readingsMeasureTheTrueUse() {
        for (Supply supply : supplies(town)) {
            List<Reading> readings = supply.readings().stream()
                    .filter(reading -> reading.at().isBefore(StoryMonths.BOUNDS.get(30)))
                    .toList();
            var outcome = new Measurement(supply.register(), supply.exchanges(), null).measure(readings);
            assertThat(outcome).isInstanceOf(Measured.class);
            Decimal measured = ((Measured) outcome)
                    .intervals().stream().map(interval -> interval.usage()).reduce(Decimal.ZERO, Decimal::plus);
            int lastMonth = StoryMonths.BOUNDS.indexOf(readings.getLast().at());
            assertThat(measured)
                    .as(supply.agreement().reference())
                    .isEqualTo(sum(supply.trueUse().subList(0, lastMonth)));
        }
    }

    @Test
    void referencesAreGivenOnce() {
        List<Subscriber> many = Casablanca.population(3000, SEED);
        assertThat(many)
                .extracting(subscriber -> subscriber.account().reference())
                .doesNotHaveDuplicates();
        assertThat(supplies(many))
                .extracting(supply -> supply.agreement().reference())
                .doesNotHaveDuplicates();
        assertThat(supplies(many))
                .flatExtracting(Supply::meters)
                .extracting(meter -> meter.serial())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesHaveTheLettersOfTheirScript() {
        assertThat(Names.all()).hasSizeGreaterThan(130).allSatisfy(name -> {
            assertThat(name.arabic()).matches("[\\u0621-\\u064A ]+");
            assertThat(name.latin()).matches("[\\p{IsLatin}’ -]+");
        });
        assertThat(Names.all()).doesNotHaveDuplicates();
    }

    private static List<Supply> supplies(List<Subscriber> subscribers) {
        return subscribers.stream()
                .flatMap(subscriber -> subscriber.supplies().stream())
                .toList();
    }

    private static boolean isRead(Supply supply, int bound) {
        return supply.readings().stream()
                .anyMatch(reading ->
                        reading instanceof ActualReading && reading.at().equals(StoryMonths.BOUNDS.get(bound)));
    }

    private static boolean rollsOver(Supply supply) {
        List<Reading> readings = supply.readings();
        for (int i = 1; i < readings.size() - 1; i++) {
            if (readings.get(i).value().compareTo(readings.get(i - 1).value()) < 0
                    && supply.exchanges().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsLowerThanTheGapBegan(Supply supply) {
        List<Reading> readings = supply.readings();
        return supply.exchanges().isEmpty()
                && readings.getLast()
                        .value()
                        .plus(Decimal.of(12))
                        .equals(readings.get(readings.size() - 2).value());
    }

    private static Decimal gap(Supply supply) {
        return sum(supply.trueUse().subList(26, 29));
    }

    private static Decimal sum(List<Usage> months) {
        return months.stream().map(Usage::quantity).reduce(Decimal.ZERO, Decimal::plus);
    }
}
